// Phrases that many topics share, as grammar templates. A name here can be used as `<name>` in any template.

export const LEXICON: Readonly<Record<string, string>> = {
  iwant:
    "{I want to|I'd like to|I need to|I would like to|I'm trying to|I am trying to|I'm looking to|I was hoping to|just need to|wanting to|I've been trying to}",
  how: "{how do I|how can I|how would I|what do I need to do to|is there a way to|what's the best way to|can you tell me how to|can you explain how to|could you show me how to|where do I go to|what are the steps to}",
  cant: "{can't|cannot|am not able to|couldn't|am unable to|can't seem to}",
  where:
    "{where is|where's|what happened to|any news on|any update on|do you know where I find|can you check on}",
  ago: "{last week|a week ago|about a week ago|ten days ago|two weeks ago|almost three weeks ago|nearly a month ago|earlier this month|last month|three weeks ago|a fortnight ago}",
  recently:
    "{yesterday|today|this morning|last night|on <weekday>|since <weekday>|over the weekend|a couple of hours ago|just now|two days ago}",
  forlong:
    "{for <days>|for <days> now|for over <days>|since <weekday>|since last week|for ages|for the last <days>|ever since I got it}",
  days: "{two days|three days|four days|five days|six days|a week|eight days|nearly two weeks|two weeks|a fortnight|sixteen days|three weeks|almost a month}",
  weekday: "{Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday}",
  times:
    "{twice|three times|four times|at least five times|several times|a dozen times|over and over|again and again}",
  person:
    "{my wife|my husband|my partner|my mum|my dad|my daughter|my son|my flatmate|my sister|my neighbour|a friend|my girlfriend|my boyfriend}",
  occasion:
    "{a birthday|my mum's birthday|a wedding|our anniversary|Christmas|a housewarming|our holiday|the party on <weekday>}",
  room: "{living room|bedroom|kitchen|hallway|kids' room|home office|bathroom|garage|dining room|attic}",
  bank: "{my bank|the bank|my statement|my online banking|my bank account|my credit card statement|my banking app}",
  app: "{the app|the Lumora app|your app|my Lumora app|the application}",
  phone_word: "{phone|mobile|<device>|cell}",
  staff:
    "{someone from your team|an agent|a colleague of yours|one of your people|the person on the phone|your chat|the guy on the phone|the lady I spoke to}",
  annoyed:
    "{which is really annoying|and it's driving me mad|and honestly I'm fed up|which is not acceptable|and I'm losing patience|this is getting ridiculous|and nobody seems to care|and that is just poor}",
  support: "{support|customer service|the help desk|your support team|the hotline|the chat}",
  courier: "{the courier|the driver|the delivery guy|the carrier|the postman|the parcel service}",
  parcel: "{parcel|package|delivery|box|shipment|order}",
  iordered: "{I ordered|I bought|I purchased|I got|we ordered|we bought|I placed an order for}",
  a_product:
    "{a <product>|the <product>|a new <product>|two <product>s|the <product> and a <product2>|a <product> for <occasion>|a <product> for the <room>|a <product> for <person>}",
  my_product:
    "{my <product>|the <product>|our <product>|the new <product>|the <product> I bought <ago>|the <product> in the <room>|my <product> from <ago>|one of my <product>s|the <product> {that |}<person> gave me}",
  my_lamp:
    "{my <lamp>|the <lamp>|our <lamp>|the <lamp> in the <room>|one of the <lamp>s|the new <lamp>|the <lamp> I bought <ago>}",
  my_speaker:
    "{my <speaker>|the <speaker>|our <speaker>|the <speaker> in the <room>|the new <speaker>|the <speaker> I bought <ago>}",
  withorder:
    "{| for order <order>| (order <order>)|, order number <order>| with my order <order>| under <order>}",
  tried: "{I tried|I've tried|I already tried|so far I tried|I have also tried|what I did so far:}",
  apology:
    "{I'm sorry about that|Sorry about the trouble|I'm sorry to hear that|Apologies for that|I understand, that's frustrating|That shouldn't happen, sorry|I can see why that's annoying}",
  moment:
    "{One moment please|Just a second|Let me have a look|Give me a minute to check|Bear with me while I check|I'll check that right now|Let me pull that up}",
  shortly:
    "{within the next hour|in a few minutes|shortly|by the end of today|within 24 hours|tomorrow morning at the latest}",
  businessdays:
    "{2 to 3 working days|3 to 5 business days|up to 5 working days|about 5 business days|a maximum of 7 working days}",
};
