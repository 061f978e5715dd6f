// Words of English customer conversations with their strength, from −2 to 2. Written for this project; phrases are joined
// by `_`. Only base forms stand here: `lexicon-sentiment.ts` finds plurals, past forms and the like.

/** Strength → words and phrases. */
export const WORDS: ReadonlyMap<number, string> = new Map([
  [
    2,
    `amazing awesome brilliant excellent exceptional exceptionally extraordinary fabulous fantastic flawless flawlessly
    incredible love magnificent marvellous marvelous outstanding perfect perfection perfectly phenomenal remarkable
    spectacular splendid stellar stunning superb terrific wonderful wonderfully delighted delightful thrilled overjoyed
    ecstatic masterpiece lifesaver life_saver best_ever best_service second_to_none above_and_beyond top_notch first_class
    could_not_be_happier couldn't_be_happier highly_recommend blown_away five_stars 5_stars 10_out_of_10 10/10 adore`,
  ],
  [
    1.5,
    `best great happy glad impressed impressive superior beautiful beautifully enjoy enjoyable fun favorite favourite gorgeous
    grateful thankful pleased pleasure satisfied recommend excited exciting genius heartwarming hilarious charming touching
    moving captivating compelling inspiring inspired joy joyful lovely gem winner win won triumph thoroughly_enjoyed very_helpful
    so_helpful spot_on works_perfectly works_great well_done good_job great_job nice_job keep_it_up hats_off made_my_day
    saved_my_day thank_you_so_much thanks_so_much much_appreciated really_appreciate elegant graceful masterful dazzling
    riveting exhilarating blessed celebrate kudos bravo congratulations congrats yay woohoo hooray wow yum`,
  ],
  [
    1,
    `good nice helpful kindly friendly polite courteous professional quickly promptly efficient
    efficiently smooth smoothly easy easily convenient comfortable comfy reliable trustworthy clean cozy cosy fresh
    solved resolved sorted worked working_now thanks thank thank_you thx ty cheers appreciate appreciated smile
    laugh cool sweet neat useful valuable worth worthwhile worthy generous patient caring understanding
    knowledgeable attentive responsive accurate clever smart interesting engaging entertaining witty funny intelligent
    thoughtful honest sincere strong solid rich fresh original creative imaginative powerful effective successful success
    succeed achieve improve improved improvement better free_shipping bargain
    affordable relief relieved confident proud welcome looking_forward hopeful lucky luckily
    fortunately yes_please no_problem no_problems no_issues no_complaints no_worries hassle_free no_hassle stress_free
    problem_free worry_free sounds_good sounds_great all_good all_set not_bad can't_wait cannot_wait can't_complain
    can't_go_wrong sturdy stylish crisp tasty delicious yummy romantic tender poignant insightful refreshing
    vivid warm warmth sunny peaceful calm gentle bright cute handsome attractive appealing amusing absorbing
    accomplished authentic bold brave celebrated delicate earnest eloquent energetic enthusiastic exquisite faithful
    fascinating fulfilling genuine gifted gripping healthy heroic ingenious innovative intriguing inventive
    intimate lively luminous lyrical memorable mesmerizing nuanced profound provocative rewarding satisfying skillful skilled
    sophisticated subtle suspenseful talented terrifically timeless unforgettable uplifting vibrant wise wonder hero
    so_kind very_kind kind_of_you support_was_great peace_of_mind user_friendly up_and_running good_luck happy_birthday`,
  ],
  [
    0.5,
    `i_like we_like really_like fixed works quick fast fine simple so_far_so_good decent fair reasonable acceptable satisfactory adequate `,
  ],
  [
    -0.5,
    `could_be_better needs_improvement hard_to_reach unclear unsure uncertain delay delayed late pending waiting wait waited slow slowly miss missed missing lack lacking
    concern concerned complicated inconvenient inconvenience sorry unfortunately sadly however_no still_no still_not
    still_waiting error issue trouble problem hardly barely mediocre average meh bland dull dated predictable cliched
    formulaic uneven odd hesitant doubtful expensive pricey overpriced noisy
     outdated tedious long_time too_long ages`,
  ],
  [
    -1,
    `bad badly poor poorly wrong wrongly broken break broke damage damaged defective faulty fault fail failed failure fails
    crash crashed crashing freeze frozen froze stuck bug buggy glitch lag unusable unreliable unresponsive unavailable
    unable cannot_access can't_access can't_log_in can't_login cannot_log_in can't_use won't_work doesn't_work does_not_work
    didn't_work did_not_work not_working isn't_working stopped_working no_longer_works never_arrived never_received
    not_received haven't_received have_not_received didn't_receive hasn't_arrived has_not_arrived not_arrived lost stolen
    declined denied rejected refused blocked locked_out overcharged double_charged charged_twice charged_me_twice
    wrongly_charged unauthorized unauthorised hidden_fees hidden_fee fraud fraudulent suspicious complain complaint confused
    confusing disappoint disappointed disappointing disappointment dissatisfied unhappy unsatisfied unsatisfactory upset
    annoyed annoying annoyance frustrate frustrated frustrating frustration bother bothered bothering irritated irritating
    stress stressed stressful worried worry worrying afraid scared fear sad difficult hassle mess messy
    mistake incorrect incorrectly inaccurate misleading mislead misled deceptive dishonest ignore ignored ignoring
    unanswered no_answer no_reply no_response nobody_answers hung_up hang_up on_hold unhelpful useless rude impolite
    unprofessional unfriendly incompetent careless neglect neglected lazy sick tired_of sick_of fed_up had_enough enough_is_enough
    give_up gave_up let_down let_me_down waste wasted pointless regret cancel_my_account want_my_money_back money_back
    dirty smelly stale cold_food leak leaking scratched torn cracked ripped expired spoiled shoddy flimsy cheaply
    boring bored stupid silly dumb lame weak shallow lifeless awkward clumsy contrived pretentious sloppy
    tiresome unfunny uninspired uninteresting unconvincing unpleasant unnecessary uncomfortable forgettable monotonous
    muddled incoherent ridiculous absurd nonsense ugly bitter bleak bloated crude depressing dreary exhausting
    failing flawed grim harsh hollow inept insult insulting jarring laughable lousy mindless mess nasty offensive painful
    repetitive sadness shame shameful sucks suck tasteless tedium trite vapid vulgar worthless wooden insufferable
    angry mad anger beat blame cheat cruel cry crying damn dead death deny desperate die dying
    disaster evil fake false guilty hell hurt ill injury jealous kill killed lie lied lies liar lonely lose loser 
    miserable misery panic pain pity poison punish reject risk ruin ruined suffer threat tragedy tragic ugh victim violence
    war warning wreck bs wtf smh ffs unacceptable unfair unjust no_use no_help no_sense makes_no_sense not_good not_happy
    out_of_stock waste_of_time behind_schedule too_expensive too_slow too_late cut_off`,
  ],
  [
    -1.5,
    `hate hated hating awful awfully terrible terribly horrible horribly dreadful appalling atrocious disgrace disgraceful
    disgusted disgusting pathetic outrageous outraged furious livid enraged infuriated infuriating rage scam scammed scammer
    scammers rip_off ripoff rip-off ripped_off thief thieves steal stealing robbed robbery theft waste_of_money joke_of_a
    what_a_joke is_a_joke absolute_joke shambles fiasco nightmare catastrophe crap crappy garbage trash rubbish worse
    worsen unbearable intolerable inexcusable ashamed sue lawyer lawsuit legal_action report_you never_again never_use
    stay_away avoid worst_service thanks_for_nothing thank_you_for_nothing abysmal dire hideous vile repulsive revolting insane_price piece_of_junk junk bullshit
    shit shitty fuck fucking fucked asshole idiot idiots moron stupidity`,
  ],
  [
    -2,
    `worst abomination worst_ever zero_stars absolutely_terrible absolutely_disgusting utterly_useless beyond_disappointed worst_experience`,
  ],
]);

/** Emoji and emoticons, by strength. */
export const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [2, "😍 🥰 🤩 🎉 💯 🏆 <3 ❤ ❤️ 💕 💖 😻"],
  [1.5, "😁 😃 😄 😀 🥳 👏 🙌 ⭐ 🌟 :D :-D =D xD"],
  [1, "🙂 😊 ☺ 😇 👍 🙏 😉 😎 🤗 ✅ 👌 😂 🤣 :) :-) =) ;) ;-) :] (:"],
  [-0.5, "😐 😕 🤔 😬 🙄 :/ :-/ :\\ :|"],
  [-1, "🙁 ☹ 😞 😟 😔 😢 😥 😒 😣 😖 👎 💔 😩 😫 😰 :( :-( =( :'( :[ ):"],
  [-1.5, "😭 😠 😤 😱 🤮 🤢 💩 >:( 🖕"],
  [-2, "😡 🤬"],
]);

/** Turn what follows within three words into its weaker opposite. */
export const NEGATIONS = `not no never none nobody nothing neither nor without cannot can't cant won't wont don't dont doesn't
  doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't werent haven't havent hasn't hasnt hadn't hadnt
  shouldn't shouldnt wouldn't wouldnt couldn't couldnt ain't aint hardly barely scarcely`;

/** Factor on the word that follows. */
export const DEGREES: ReadonlyMap<number, string> = new Map([
  [
    1.4,
    "very really so extremely absolutely totally completely utterly incredibly insanely truly super highly deeply entirely beyond such damn fucking way ever",
  ],
  [1.2, "quite pretty rather too most even more always constantly"],
  [0.6, "slightly somewhat bit little kinda sorta fairly partly almost less mildly"],
]);

/** Words that only look like forms of words above. */
export const NOT_DERIVED =
  "later latest lately fined fines finer finest faster fasting fasten simply quicken fairy";

/** What follows these outweighs what stood before. */
export const CONTRASTS = "but however although though yet still_though except";
