// What people say around the matter itself: greetings, thanks, anger, small talk, and the bot's and agents' set phrases.

export const CUSTOMER = {
  greeting:
    "{hi|hello|hey|good day|hi there|hello there|hey there|hello, is anyone there?|hey team|hi guys|hiya|hello you|greetings|hi, good day|hi all}",
  lead: "{I have a question:|quick question,|can someone help me?|sorry to bother you,|I hope you can help.|I need some help.|so,|ok so|I've got a problem.|not sure if I'm in the right place but|maybe you can help me.|I'm contacting you because|short question:|help needed:}",
  angryLead:
    "{seriously,|what is going on?|I'm really annoyed.|unbelievable.|ok this is getting silly.|I am so fed up.|look,|honestly,|this is the last straw.|for the love of god,|not impressed.|right, listen:}",
  suffix:
    "{can you help?|please help|any idea?|what should I do?|can you look into it?|can you check please?|thanks in advance|thank you|would be great if you could help|let me know|please advise|how do we fix this?|would appreciate a quick answer|cheers}",
  anger:
    "{this is ridiculous|what a joke|I'm really disappointed|that's not good enough|I expect better from you|this is unacceptable|I've had enough|terrible, really|you are wasting my time|worst experience in a long time|I'm about to {return everything|cancel everything|leave a bad review}|how hard can it be|absolute shambles|I'm {furious|fuming|so angry}|sort it out|not a good look, Lumora}",
  followUp:
    "{I already contacted you about this <ago>|this is the second time I'm writing|following up on my message from <ago>|I {spoke|chatted} with <staff> <ago> and nothing has happened|still the same problem as <ago>|me again|I was told this would be solved by now|you said you'd get back to me and nobody did}",
  human:
    "{can I talk to a human|agent please|I want to speak to a person|real person please|let me talk to someone|connect me to an agent|human|speak to {a representative|an agent|a human being}|this doesn't help, is there a person I can talk to|put me through to someone}",
  notSolved:
    "{that doesn't help|no, that's not it|that's not what I asked|no|that doesn't answer my question|I know that already|you're not answering my question|that's what you said last time|I've heard that before|that's no use to me|I read that already|sorry but no}",
  notWorking:
    "{that didn't work|I did that already|already tried that|nope, same as before|it's still the same|no change|tried it twice, no luck|still doesn't work|done all that|same error again|no, same thing}",
  worked:
    "{it works now|that worked|that did it|it's working again, thanks|yes! works now|working, thank you|ok it works now|sorted, thanks|hurray, it works}",
  solved:
    "{thanks|thank you|great, thanks|perfect, thank you|ok thanks|awesome|brilliant, cheers|that helps, thank you|wonderful|ok great|super|got it, thank you|you're a star|lovely, thanks|that's all I needed|great help, thank you so much|that's clear now|good to know, thanks|appreciate it|many thanks for the quick help}",
  accept:
    "{ok|okay|fine|alright|ok thank you|ok I'll wait then|well, thanks anyway|ok let's hope so|thanks I guess|fine, I'll wait|ok, please keep me posted}",
  bye: "{bye|goodbye|have a nice day|you too, bye|have a good one|thanks, bye|cheers, bye|no that's all|that's everything, thanks|nope, all good|no, thank you}",
  answer_order:
    "{<order>|it's <order>|order <order>|the number is <order>|sure, <order>|<order> I think|here: <order>|yes, order number <order>|should be <order>|one sec… <order>}",
  answer_email:
    "{<email>|it's <email>|my email is <email>|sure: <email>|<email>, my name is <name>|you can reach me at <email>|<email> and my phone is <phone>|that would be <email>}",
  answer_account:
    "{<email>|it's under <email>|my account is <email>|the account is on <name>, <email>|my name is <name>|<name>, born <dob>|phone number <phone>|registered with <email>|my name is <name> and the number is <phone>}",
  answer_serial:
    "{<serial>|it says <serial>|serial is <serial>|on the bottom it says <serial>|<serial>, bought <ago>}",
  answer_device:
    "{<device>|a <device>|<device> with <os>|it's a <device>|<device>, <os>|on my <device>|<os>}",
  answer_version:
    "{<version>|version <version>|it says <version>|app version <version>|<version> I think, it updates by itself}",
  answer_unknown:
    "{I don't have that|where do I find that?|no idea|can't find it|I don't have it with me right now|isn't that in your system?|not sure}",
  rare: "{my name is <name> by the way|I live at <home>|my phone number is <phone>|you can call me on <phone>|my partner <other> has the account, my name is <name>|for the invoice: my tax id is <nid>|my ID number is <nid>|my handle is <handle>|reach me at <email>|my date of birth is <dob>}",
} as const;

export const BOT = {
  greeting:
    "{Hi, I'm <botname>, Lumora's assistant. How can I help you today?|Hello! <botname> here. What can I do for you?|Hi there, this is <botname>. Tell me in a few words what it's about.}",
  ivr: "{Thank you for calling Lumora. Please tell me in a few words why you are calling.|Welcome to Lumora. How can I help you today?}",
  fallback:
    "{Sorry, I didn't get that. Could you say it in other words?|I'm not sure that I understand. Is it about an order, a device or your account?|Hm, I don't know that one yet. Could you describe it in one short sentence?}",
  ask_order:
    "{Could you give me your order number? It starts with LM or # and stands in the confirmation.|What's your order number, please?|Sure. Which order is it about? The number is in your confirmation e-mail.}",
  ask_email:
    "{Which e-mail address is your account registered with?|Could you give me the e-mail address of your account?|What's your e-mail address, please?}",
  ask_account:
    "{Could you tell me your name or the e-mail address of your account?|To find your account I need your e-mail address or phone number.}",
  ask_serial:
    "{What is the serial number? It's on the underside and starts with LMS.|Could you read me the serial number under the device?}",
  ask_device: "{Which phone do you use?|What kind of phone or tablet is it?}",
  ask_version:
    "{Which version of the app is it? You find it under Account, About.|Which app version do you have?}",
  check: "{Did that help?|Is that solved now?|Does that answer your question?}",
  closing:
    "{Glad I could help. Have a nice day!|You're welcome! Is there anything else?|Great! Come back any time.}",
  handover:
    "{I'll bring in a colleague. One moment please.|Let me connect you with someone from our team.|I'm passing you on to a person who can help. Please stay here.}",
  closed:
    "{Our team is back at 7 am (UTC). I've made ticket <ticket>, and you will get an answer by e-mail.|Nobody is at the desk right now. Your ticket is <ticket>; we'll answer by e-mail in the morning.}",
  stillThere: "{Are you still there?|I haven't heard from you for a while. I'll close this chat soon.}",
  autoReply:
    "{Thank you for your message. Your ticket number is <ticket>. We answer within one working day.|We have received your request (<ticket>) and will come back to you soon.}",
} as const;

export const AGENT = {
  greeting:
    "{Hi <first>, this is <agent>. I've read what you wrote.|Hello <first>, <agent> here. Let me see what I can do.|Hi, my name is <agent>, thanks for waiting.|Good day <first>, you're speaking with <agent> from Lumora.}",
  voice:
    "{Lumora support, this is <agent> speaking, how can I help?|Hello, you're through to <agent>. What can I do for you?|Thanks for holding, my name is <agent>. How can I help today?}",
  moment: "<apology>. <moment>.",
  plainMoment: "<moment>.",
  escalate:
    "{I can't solve this from here, so I've passed it to our second line as <ticket>. They will contact you within two days.|I need to hand this to our technical team (<ticket>). You'll hear from them by e-mail.|I've escalated the case to my team lead under <ticket>.}",
  closing:
    "{Is there anything else I can do for you?|You're welcome, have a lovely day!|Happy to help. Bye for now!|Thanks for your patience. Anything else?}",
  secondFix: "{And for your other question: |As for the second point: |On the other matter: }",
  dm: "{Hi, sorry to hear that! Could you send us a direct message with your order number or e-mail?|Thanks for reaching out! Please DM us the details so that we can look into it.}",
  mailOpening: "{Hello <first>,|Dear <first>,|Hi <first>,}",
  mailClosing:
    "{Kind regards,\n<agent>\nLumora Support|Best wishes,\n<agent>, Lumora|With kind regards\n<agent> from Lumora Support}",
  mailThanks: "{Thank you for your message.|Thank you for getting in touch.|Thanks for writing to us.}",
} as const;

export const MAIL = {
  giveOrder:
    "{my order number is <order>|order number: <order>|it is about order <order>|my order is <order>, placed <ago>}",
  giveAccount:
    "{my account is <email>|the e-mail of my account is <email>|you can also call me on <phone>|registered under <email>|my customer account: <name>, <email>}",
  giveSerial: "{the serial number is <serial>|serial: <serial>|the label says <serial>}",
  giveDevice:
    "{I use a <device> with <os>|phone: <device>, app <version>|my phone is a <device>, app version <version>}",
  opening:
    "{Hello,|Hi,|Dear Lumora team,|Dear Sir or Madam,|Good day,|Hi there,|To whom it may concern,|Hello Lumora support,}",
  closing:
    "{Kind regards,|Best regards,|Thanks,|Many thanks,|Regards,|Best,|Yours sincerely,|Thank you and best wishes}",
  signature:
    "{<name>|<name>|<name>\n<phone>|<name>\n<home>|<first>|<name>\n<home>\nTel. <phone>|<name>\n\nSent from my <device>}",
} as const;

export const FILLERS = [
  "um, ",
  "uh, ",
  "well, ",
  "yeah, so ",
  "okay so ",
  "so basically ",
  "I mean ",
  "you know, ",
  "er, ",
] as const;
export const EMOJI = {
  good: ["🙂", "😊", "👍", "🙏", "❤️", "🎉"],
  bad: ["😡", "🙄", "😤", "😞", "🤬", "😩"],
  plain: ["🙈", "😅", "🤔", "🙏"],
} as const;

/** Small talk with answers that fit it. */
export const SMALLTALK = [
  {
    customer: "{how are you today?|how's your day going?|hope you're having a good day|how are things?}",
    agent: "{Doing well, thank you for asking!|Very well, thanks. I hope you too!|Busy but good, thank you!}",
  },
  {
    customer:
      "{sorry, the dog is barking|sorry for the late reply, kids|just got home from work|sorry, someone was at the door|I'm on the train so I might lose connection|sorry, typing with one hand}",
    agent: "{No worries, take your time.|No problem at all!|That's fine, I'm here.}",
  },
  {
    customer:
      "{it's pouring here today|what a heat today|almost weekend|coffee number three over here|happy <weekday>}",
    agent: "{Ha, same here!|I know the feeling.|Hang in there!}",
  },
  {
    customer:
      "{I was about to throw it out of the window|I've spent my whole evening on this|I'm not very good with technology}",
    agent:
      "{I understand. We'll sort it out together.|Don't worry, we'll find it.|You're doing great, nearly there.}",
  },
] as const;
