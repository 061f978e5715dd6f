// Words that are not names, however they are written. The list is every word that stands at least four times in lower
// case in BANKING77, CLINC150 and Taskmaster-4 (first names taken out by hand), with words added that follow "I'm" and
// with greetings of other languages.

const COMMON = `
voraus wirklich er erm uhm hmm unacceptable scammer vielen vielmals schön schon
ssn dob zip cvv otp iban pin id nd th rd plz acct addr tel ph mob sur surname lastname firstname
aa aaa aber able aboard abort about above abroad absent absolutely accent accept acceptable accepted
accepting accepts access accessed accessing accidentally accomplish according account accounts accrued
accumulated accuracy accurate acquiring action actions activate activated activating activation active
activities activity actual actually add added adding additional address adjust admin administrator adults
advance advise advisor affiliate affirmative afford afghanistan afraid africa african after afternoon
again age agent ages aggravated ago ah ahead ai air airline airlines airplane airport ajar alarm alarmed
alarms alaska alert alerts alive all allemaal allergic allerseits allow allowed allowing allstate ally
almond almost alone along already alright also alter alternative alternatives although altruism always am
amazed amazing amazon amber america american americano americanos americans amex among amount amounts
amused amusement an and android angel angeles angry animal animals anniversary annoyed annual another
answer answering answers antipathy anxious any anybody anymore anyone anything anyway anywhere apart
apologize app apparently appear appeared appearing appears apple applebees apples applesauce application
applied apply applying appointment appointments appreciate appreciated appropriate approval approve
approved approximately apr april are area areas arent argentina arizona around arrange arrival arrive
arrived arrives arriving art articles artificial as asap ashamed asia asian ask asked asking asleep
assessed assist assistance assistant associated assuming at ataraxy ate atlanta atlantic atm attempt
attempted attempting attempts attractions au auch auf aug august aus australia australian authorise
authorize authorized auto automatic automatically autumn availability available avatar avec average avoid
awaiting awake aware away awesome awful awhile babe baby back bacon bad badly bag bags bake baked baker
baking balance baltimore banana bananas band bangkok bangor bank banking banks bar barcelona barista base
baseball based basically basil basis bathroom batteries battery be beach bear beatles because become
bedroom beef been beer bees before begging begin beginning behind bei being belgium believe believing bell
bellagio bells below ben beneficiary beneficiery benefit benefits bent besides best better between
beverage beyond bien big bike bill billing bills bin bird birth birthday birthplace bishop bit bitte black
blank blind block blocked blocking blue bluebird bluetooth bmw boa board boarding body boil boise book
booked booking books boos bored born boss boston bot both bothered bottled bought bound bowl box brand
brazil brazilian bread break breakfast breast brew bridge bright bring bringing britain british broccoli
broke broken brook brooklyn brooks brother brought brown brownies btw bubble bucks buddhist buddy budget
buffalo buffet build building bunch burger burn burned burrito bus bush business businesses busy but
butler butter buy buying by bye cable cables cad cafe caffeinated caffeine cake cakes calculate calculated
calculator calendar cali california call called caller calling caloric calorie calories cambodia came
camera can can't canada canadian cancel canceled cancellation cancelled cancelling cancun candy cannot
cant capable capital capitol cappuccino cappuccinos cappucino car caramel card cards care carol carpet
carrots carry cars carter case cash cashing casino casserole cat catch catholic cats cause caused causing
cd cell cellphone center centimeters central centre cereal certain certainly chad chai chamomile chance
change changed changes changing character charge charged charges charging chase chat chatbot chatting
cheap cheapest check checkbooks checked checking checkings checks cheddar cheerios cheers cheese
cheeseburger cheesecake cheetos chelsea cheque cheques cherrios chewed chi chicago chicken child children
chile chili chilis chillis china chinese chip chipotle chips chocolate choice choices choose choosing
chore chores chose chow christian christmas church ciao cinnamon circle citi citibank citicard city claim
clams class clean cleaning clear cleared clearly client cliente clock close closed closest closing clothes
cloud club clue cocoa code coffe coffee coffees coin coke cold colleague collect college colombia color
colorado colt columbia columbus com combined comcast come comes comfortable coming command commerce
community commute companies company compare complaining complete completed completely completing
completion compromised computer con concentrate concentrated concerned concerning conditions conference
confident configure confirm confirmation confirmed confirming confused connect connected connection
consider considered considering consist consists consume contact contacted contacting contactless contain
contains content contenta contente contento contents continue control conversation conversion convert
converter converters convinced cook cookie cookies cooking cool cooper coordinates copy corn correct
corrected correctly cortado cortados cost costco costs could couldnt count counter countries country
county couple course cover coverage cracked craving crazy cream create created creation creator credit
credited cross crowded crypto cryptocurrency crystal cuba cuisine cup cups curiosity curious currencies
currency current currently curry customer customers cut dad daddy daily dairy daisy dakota dale damage
damaged danish danke dans dark das dash data date dates daughter dawn day days de deactivate deactivated
dead deal dealing dean dear debit dec decaf decafe decaffeinated december decent decide decided decline
declined declining decrease deducted default define definitely definition degrees del delay delayed delete
delicious delighted deliver delivered delivery della delta dem den denied denmark dentist deny depart
department depleted deposit deposited depositing deposits depressed der des describe design designed desk
desperate desperately despite dessert destination destiny details detergent determine determined detroit
device diabetic dial dice did didnt die died difference different digits dim dining dinner direct
directions directly dirty disabled disappeared disappointed disconnect discount discounts discover
discovery disgusted dish dishes disney display displayed displaying displeased disposable dispute
dissatisfied distance divided do doctor doctors documentation documents does doesnt dog dogs doing dollar
dollars dolly domestic don done dont donut donuts doo door doors double doubtful dough down downtown dr
draw dreadful dress drew drink drinks drip drive driving drizzle drop dropped dropping dry dryer dte du
dublin dude due duke duplicate duplicated during dusty dutch déjà désolé désolée déçu déçue each eager
earl earlier early earn earned earning earnings earth earthquake easter eastern easy eat eating economy
edit een egg eggs eight ein eine einer eines either electric electrical electricity electronic electronics
elephants eleven eligible else elsewhere email emailing embarrassed emergency empire employed employer
employment empty en enable end ending energy engage engaged engine engineering england english enjoy
enjoyed enojada enojado enough enquiring enrolled ensure enter entered entering entertainment entire
entirely entitled enttäuscht equal equals equipa equipe equipo equity erase erg error escalating
especially espresso espressos estate estimated estoy et eta etc ett eu euro europe european euros
evanescence eve even evening event events ever everest every everybody everyone everything everywhere
exact exactly examples exams exceeded excellent exchange exchanged exchanges exchanging excited exhausted
exist existence existing expect expected expecting expensive experiencing expiration expire expired
expires expiring expiry explain explaining explanation express expresso extent extra extremely facing fact
factor factory facts fail failed failing fair fairly faith fake fall falls false familiar family famous
fan fantastic far fare fargo farm fast faster fat favorite fearful feature feb february fed federal fee
feed feeding feel feeling fees feet fell female few fiat field fields fifteen fifth fifty figure figuring
fil file filing fill filled filter final finally finance find finding fine finish finished finland finnish
fire firm first fish fisher fishing five fix fixed fl flange flat flavor flavored flavoring flavors flea
flight flights flip floor flora florence florida flour flowers fly flying foam foamy folding folks follow
following food foods foot football for ford forecast foreign forest forever forget forgetting forgot
forgotten form forms forth forward forwarding found four fox frame france francisco frank fraud fraudulent
free freedom freeze freezer french frequent frequently fresh fri friday fridge fried friend friendly
friends fries froh from front frontier frozen frustrated fry ft fuel full fully fun function fund funds
funniest funny fur furious furnace further furthermore future fyi für gained galaxy gale gallon gallons
game games garage garden garlic gas gasoline gatlinburg gave gay gene general gentlemen genuinely gerade
german germany gestern get gets getting gift ginger girl give given gives giving già glad glare glendale
gli glitch glory go god goes going gold golden golf gone gonna good goodbye google got gotta gotten
government gps grab grace gramercy grams grand grandparents grant grapes grass grateful gray great greater
greece greek green greeting greetings grey grill groceries grocery group grow grub guess guessing guest
guidance guide guilty guitar gumbo gun gusto guy guys gym hacked had hadnt hair haiti half hall ham
hamburger hand handcrafted handle happen happened happening happens happiness happy harbor hard hardly
harmony has hasnt have havent having hawaii hawaiian hazel hazelnut he head headed heading heads health
healthcare healthy hear heard hearing heartbroken heather heavy heel held hell hello help helpdesk helpful
helping hence her herbal here heres hes hesitant het heute hey hi hidden hier high higher highest highly
highway hike hill hills him hindu hint his history hit hits hiya hmm ho hobbies hold holding holes holiday
holidays holland holly home homeless homemade hometown honey hong honolulu hope hoping horrible horrified
hospital hot hotel hotels hour hours house how howdy however hows hr hsbc huge huh human humans hun
hundred hungry hunt hunter hurry hurt hy ice iced iceland ich id idea ideas identification identify
identity if ihop ik il ill im images immediate immediately impatient important impossible impressed
impression improve in inaccurate inch inches inclined include included including income incoming incorrect
incorrectly increase increased incredibly incur indeed india indian indifferent indonesia info inform
information ingredients initial initiate initiated inn input inquiring inside inspected instant instead
instruct instructions insurance inte intelligence intending interbank interesada interesado interessato
interessiert interest interested interesting international internationally internet intervals into
intéressé intéressée invented investigate inviting involved ipad iphone irate ireland iris irish irritated
irs is island islands isnt israel issue issued issues issuing it italian italy item items its itself ive
ivy jack jacket jade jag jam jamaica jan january japan japanese jasmine jay jazz je jealous jersey jestem
jet jetblue jewel jewish jfk jiffy job jobs joke jokes joking jordan joy juice jul july jump jun june just
keen keep keeping keeps kentucky kenya kept ketchup kid kidding kids kilograms kilometers kilos kind kinda
kindly kinds king kit kitchen klant klientem knew knight know knowing knowledge known kohls kong korea
korean krank kund kunde kundin lacking lactose ladies lake lakewood lance land landing landlord lands lane
language laptop large las lasagna last late lately later latest latte lattes laugh laundry lavender lawn
lawyer lax le learn least leave leaving led lee left leftover legal legally leider lemon length les
lesbian less lesser let lets letter letting lettuce leute level liberty library life lifes light lights
like liking lily limit limitations limited limits line link linked list listed listen listening literally
liters little live living liz lmao lo load loan lobster local locate located locating location locations
lock locked loft log logged logging login lol london lonely long longer longest longhorn look looked
looking looks lookup lord lose losing lost lot lots loud louder love lovely low lower lowest loyal lucky
luggage lunch lysol ma'am maam mac macaroni macchiato macchiatos machine machines macys mad madam madame
made madrid magnetic mail mailed main maintenance mais major make maker makes making mal male malignant
mall man manage managed manager mandarin manhattan manually manufactured many map mar marathon march
margarine mark market marketing maroon married marriot marsh mart mas mashed mason master mastercard match
matcha matches matching mate math matter max maximum may maybe mcdonalds me meal meals mean meaning means
meant meanwhile measurement meat meatloaf mechanic med media medical medicine medium meet meeting meetings
mein melody melted member mensen mental menu merchant mercy message messages messed messieurs met metal
meters method methods metro mexican mexico miami microfoam microsoft microwave mid middle might mild
mildly mileage miles milk milks millimeters mills mind mine minimum mint minus minute minutes misplaced
miss missed missing mississippi mistake mistaken misty mit miteinander mix mixed mixture mobile mocha
mochas mode model moderator modern modify molesta molesto molto mom moment momentarily moments mon monday
money monitor monsieur month monthly months mood moon mop mopping more moreover morgen morning mornings
mortgage moscow most mostly mother motivational motor mountain move moved movie movies moving mpg mr mrs
ms mt much muffins mug mugged muito multiple mum museum music muslim must mustard muy my myself mythology
más müde naar nach nah name named names nao national nations natural naturally navy ne near nearby nearest
nearly neat necessary need needed needing needs negative neither nervous netflix never new newark news
newspaper next nice nicht nick nie niet nigeria nigerian night nine nintendo no nobody noch non noodle
noodles noon nope nor norm normal normally north norway norwegian not note nothing notice noticed noticing
notification notified notify nov nova november now nowhere nuggets number numbers nur nutrients nutrional
nutrition nutritional ny nyc não o oat oatmilk obtain obtained obtaining obviously occurred ocean och oct
october odd oder of off offended offer offered office official often oh ohio oil ok okay okayed old older
olympia olympics omelette omg on once one ones onions online only ons onto oolong oos op open opening
operate operator opposed option options or orange oranges order ordered ordering orders organic
organization organize origin original originally originate orlando orleans oscars other others otherwise
ou ought ounce ounces our ours out outback outlet outlets outraged outrageous outside oven over
overcharged overseas overwhelmed owe owed owing own owner oz pacific package page paid pained paint pair
pakistani panam pancakes panicking paper par para parc parent parents paris park parker parking part
partially particular party pas paso pass passcode passed passengers password past pasta pat patience
patient patiently pattern pause pay paycheck paychecks payday payed paying payment payments paypal payroll
peace peanut pearl pending penny people pepper peppermint per percent percentage perfect perform performed
perhaps period permission pero perplexed persistent person personal personally peruvian pesos pet pets
philadelphia philly phl pho phoenix phone photos phrase physical pick picked pickup pie piece pierce pin
pinch pints piper pittsburgh pizza place placed places plan plane planned planning plans plants plase
plates platinum play played playing playlist please pleased pleasure plenty pls plug plugs plus plz pm
pocket point points polar police policies policy polish polite poor pop pope popular por pork porter
portland portugal portuguese position positive possibility possible possibly post posted pot potato
potatoes potter pound pounds pour powder power prefer preference preferences preferred pregnant premium
prep preparation prepare prepared preparing present presently press pressure pretty prevent previous
previously price prices prime prince prior probably problem problems procedure proceed process processed
processing product products profile program programmed progress proof proper properly protect proud prove
provide provided providing proving pto public publix pull pulled pulling pump pumpkin pumps purchase
purchased purchases purchasing purpose put putting puzzled qat qtips quadruple quarter quarts que question
questions qui quick quicker quickly quiet quit quite radio ragazzi rain raining raise ran random range rap
rate rated rates rather rating ratings ravi ravie ray re reach reached reaches reaching reactivate read
readable ready real realize realized really reason reasons recall receipt receive received receiver
receiving recent recently recieve recipe recipes recipient recognise recognize recognized recognizing
recommend recommendations recommended record records red redeem redemption redrobin reduce reed refer
referring refill reflect reflected refrigerator refund refunded refunds refuse refused regarding regards
registered regret regretful regular rejected rejecting related relieved reluctant remaining remember
remind reminded reminder reminders remote remove removed rename renew reno rent rental repair repeat
repeated repeatedly replace replaced replacement report reported reporting representative republic request
requested requesting require required requirements rescind research reservation reservations reserve
reserved reset reside resident resolve resolved respectfully respond responding response responses
responsible rest restaurant restaurants restore restrictions result results resume retired retirement
retrieve return returned returning returns reverse reversed revert reverted review reviewed reviewing
reviews reward rewards ribs rice rich rid ride ridiculous right ring rivers road roast rob robot rock
rocky rod role roll rolled rolling rollover roman rome room rooms root rose round roundtrip route routing
rowan rubles ruby ruined rules run running rush russia russian rusty sad sade safe safely safety safeway
sage said salad salary sale salem sales salt sam same samsung san sandwich sandy sat satisfied saturday
sauce sauer sausage savannah save saved saving savings saw say saying says scam scampi scared schedule
scheduled scheduling schon school schwab science scoop score scotland scottish scratch scratched screen
seafood search searching sears season seated seattle sec second seconds section secure security sedan see
seeing seeking seem seemed seems seen segura seguro sehr seit select selected selection sell seller send
sending sends senhor senhora sense sent sentence sep separate separately sept september seriously serve
served service serviced services serving set setting settings setup seven several severely señor señora
señores sfo shake shall shampoo share shared sharp she shes ship shipped shipping shocked shoes shoot shop
shopping short shortly shot shots should shouldnt show showed shower showing shown shows shrimp shut shy
sicher sick side sided sides sidetracks sierra sign signed similar simple simply since sincerely singapore
single sioux sir siri sister site sites sitting situation six sixty size skeptical skim skins skip sky
skydiving sleeping slightly slow slower slowly small smallest smart smooth snow so soccer socket soda
soddisfatto solve some somebody someone something sometimes somewhere son song songs sonny sono soon
soonest sorry sort sorts sou sound sounds soup sour source south southern southwest soy space spaghetti
spago spain spanish spare sparks speak speaker speakers speaking special species specific specifics
specified specify speech speed spell spelled spelling spend spending spent spice spirit splash split
sports spot sprint square st stadium staff standard standing star starbucks stars starships start started
starting starts state statement statements states stating station statue status stay staying stays steak
steakhouse steaks steamed steamer step steps still stock stocks stole stolen stone stop stopped store
stored stores stories storm straight strange strawberry street stress stressed strictly strip strong
structure stuck student stuff stunned stupid style sub subject subjects submit submitted subscription
substitute subway successful successfully such sucks sudden suddenly sue sugar suggest suggested
suggestion suggestions suis suit suite sum summer sun sunday sunflower sunny super superficial supervisor
supplies support supported suppose supposed sur sure surely surprised sushi suspect suspicious suv
swallowed swap sweden swedish sweet sweetened sweetener sweeteners sweetner swift switch switched sync
synced syrup syrups system sûr sûre table tablespoon tablespoons taco tacos tails taiwan take taken takes
taking talk talking tall tallahassee tank target tartine task tasks taste tavern tax taxed taxes taylor td
tea teach team teas teaspoons tech technical technology telephone tell telling temp tempe temperature ten
tennis terminate terms terrible terribly terrified terry tevreden texas text tgi thai thailand than thank
thankful thanks that thats the theater their them themselves then there therefore theres these they theyre
thing things think thinking third thirty this tho thoroughly those though thought thousand three thrilled
through throughout throw thru thu thursday thus thx ticket tickets tiffany tiful til till time timer times
timezone tips tire tired tires title to todas today todo todos tofu together toilet tokyo told tomato
tomatoes tommorow tomorrow tonight too took toothpaste top topics topped topping topup torn toss total
totally touch touching tourist tourists tous toutes toward towards towels tower town trace track tracked
tracking trade traffic train transaction transactions transfer transfered transfering transferred
transferring transfers transgender translate trapped trash travel traveling travelling trenton tres tried
tries trinity trip triple trivia tropicana trouble troubled truck true truly try trying très tue tuesday
tuna tune turkey turkish turn turned turner turnpike turns tutte tutti tv twelve twenty twice two tx ty
type typed types typical typically typo uber uh uk um uma umami umbrella umm un una unable unas
unauthorized unaware unblock unblocked uncertain unclear uncomfortable und under underpants understand
understanding undo une unemployed unexpected unfamiliar unfortunately unhappy unimpressed union united
university unknown unless unlike unlimited unlock unos unsatisfied unsuccessful unsure unsync until
unusable unusual up upcoming update updated updates updating upgrade upon ups upset urgent urgently
uruguay us usa usaa usage usbank usd use used user uses using usual usually usuario utilities utility
utilize utterly vacation vaccination vaccinations vaccine vaccines vacuuming valid value valued vanilla
vanished varieties variety various vee vegan vegas vegetarian vegetarians vehicle venture verification
verified verify verifying verizon version very verärgert vet via victim victor video vietnam vietnamese
view village vinegar violet virgin virtual visa visas visible visit visited visiting voice volume von voor
wade wages wait waiting wake walk walker walking wallet walmart wanna want wanted wanting wants war ward
warm warned wars was wash washing wasnt wasting watch water watering waters way ways we wear weather web
website wed wedding wednesday week weekend weekends weeks weight weird welcome well wells welsh went wer
were werent west western what whatever whats when whenever where wherever whether which while whip whipped
whisper whispering white who whoever whole whom whose why wide wie wife wifi wild will willing win windows
windshield wine wings winter wise wish wishing with withdraw withdrawal withdrawals withdrawing withdrawl
withdrawn withdrew within without wo wolf woman won wonder wondered wonderful wondering wont wood woods
word words work worked working workout workplace works world worried worse worst worth would wouldnt wow
write writing wrong wrote wtf xfinity y ya yardhouse yards yeah year yearly years yen yens yep yes
yesterday yet yogurt york you young youngest your youre yours yourself youve yup zesty zeus zone zoo zu
zufrieden zum zur zusammen är
`;

/** Common words that are also names: a name only when written with a capital. */
const AMBIGUOUS = `
amber angel april art asia august austin autumn baker banks basil bell ben bill bird bishop brook brooklyn
brooks brown buddy bush butler carol carter case cash chad chance chase chelsea china christian church
colt cook cooper cross crystal daisy dakota dale dash dawn day dean destiny dolly don drew duke dusty earl
england english eve faith field fields fisher flora florence forest fox frank french gale gene ginger
glory grace grant gray green grey guy hall harmony hazel heather hill holland holly honey hope house hunt
hunter india ireland iris israel ivy jack jade jan jasmine jay jewel jordan joy june kenya king kit knight
lake lance lane lee lily london long love major march mark marsh mason max may melody mercy miles mills
misty moon nick norm nova olive page paris park parker pat patience pearl penny pepper pierce piper pope
porter potter price prince ray read red reed rice rich rivers rob rocky rod rose rowan ruby rusty sage sam
sandy savannah sharp short sierra skip sky small snow sonny star stone storm sue summer sunny swift taylor
terry tiffany trinity turner victor violet wade walker ward waters weeks wells west white wild will wise
wolf wood woods young
`;

const common = new Set(COMMON.split(/\s+/).filter(Boolean));
const ambiguous = new Set(AMBIGUOUS.split(/\s+/).filter(Boolean));

/** Whether a word (in lower case) is an everyday word rather than a name. */
export function isCommonWord(word: string): boolean {
  return common.has(word);
}

/** Whether a word (in lower case) is an everyday word and a name as well, such as mark or rose. */
export function isAmbiguousName(word: string): boolean {
  return ambiguous.has(word);
}
