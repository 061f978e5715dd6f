"""Seeded phrases for what no open corpus labels: complaints, wishes, urgency, churn, worry and the like, and for the
strength of praise and blame. Written for this project; a template's slots are filled at random.

Texts of real data sets stand beside them as negatives when the heads are trained, so that a head has to learn what the
phrases mean and not that they came from here.
"""

import random
import re

THINGS = """app|website|order|package|parcel|card|account|router|subscription|delivery|refund|phone|laptop|ticket|booking|
reservation|invoice|payment|password|login page|checkout|service|internet|wifi|modem|headphones|shoes|jacket|coffee machine|
washing machine|vacuum|printer|camera|tablet|watch|screen|battery|charger|update|transfer|statement|policy|claim|flight|room|
meal|pizza|dashboard|export|report|search|mobile app|support team|chat bot|agent|driver|technician|product|software|plan|
contract|warranty|sofa|mattress|bike|fridge|game|film|movie|book|show|album|plot|story|cast|script|ending|performance|
direction|soundtrack|restaurant|food|staff|hotel|breakfast|course|lesson|trip|meeting|news|speech|match|team|player|weather"""
FEATURES = """dark mode|an export to Excel|two factor login|support for Spanish|a way to pause my plan|a calendar view|push
notifications|an undo button|offline maps|a bigger font|an option for gift cards|Apple Pay|a filter by date|weekly summaries|
a family plan|an API|sorting by price|a search in old messages|more payment options|a download of my invoices|a widget|
keyboard shortcuts|bulk editing|a shopping list|reminders before renewal|a student discount|evening delivery slots|
integration with our CRM|single sign-on|a history of changes"""
FAILS = """keeps crashing|does not work|doesn't load|won't open|stopped working|is broken|freezes all the time|is not charging|
never arrived|hasn't shown up|arrived damaged|came with a crack|is missing parts|is the wrong size|is the wrong colour|shows an
error|logs me out every time|is down again|drops every few minutes|was charged twice|still hasn't been refunded|was cancelled
without notice|is late again|is way too slow|smells strange|leaks|makes a loud noise|won't turn on|rejects my card|is full of
bugs|was cold|has been delayed three times|disappeared from my account|is not what I ordered"""
TIMES = "yesterday|last week|two weeks|ten days|a month|days|hours|three days|the whole morning|forty minutes|since Monday"
RIVALS = "another provider|your competitor|a different bank|someone else|another company|one of your rivals|a cheaper service"

TEMPLATES = {
    "complaint": """my {thing} {fail}|the {thing} {fail}|hi, the {thing} {fail}|the {thing} I bought {fail}|it {fail}|I have a problem
with my {thing}, it {fail}|since the last update the {thing} {fail}|I paid for this and the {thing} {fail}|my new {thing} {fail} and
nobody answers|there is something wrong with the {thing}|I was charged twice for the {thing}|you sent me the wrong {thing}|the {thing}
I received {fail}|I want to complain about the {thing}|this {thing} is not as described|nobody told me that the {thing} {fail}|I can't
use my {thing}|I am not happy with the {thing}|the {thing} was nothing like the picture|your {thing} is terrible|your agent was rude to me
|why was I charged for a {thing} I never ordered|I've been waiting {time} for my {thing}|still no {thing} after {time}""",
    "wish": """it would be great if you had {feature}|I wish there was {feature}|please add {feature}|could you add {feature}?|any plans
for {feature}?|it would be nice to have {feature}|I'd love to see {feature}|a suggestion: {feature}|can you build {feature} into the
{thing}?|the {thing} really needs {feature}|feature request: {feature}|what about {feature} in the next version?|you should offer
{feature}|would be cool to get {feature}|I miss {feature} in the {thing}|my only wish is {feature}|it'd help a lot if the {thing} had
{feature}|have you thought about {feature}?|I'd use it more with {feature}|please consider {feature} for the {thing}|hopefully
{feature} is coming soon|why is there no {feature}? would be useful|if only the {thing} supported {feature}""",
    "urgency": """I need this today|please hurry|this is urgent|it's an emergency|I need my {thing} by tomorrow|as soon as possible please|
asap|I need an answer right now|I have to leave in an hour and my {thing} {fail}|urgent: the {thing} {fail}|can you do it immediately?|
my flight leaves tonight and I still have no {thing}|it can't wait until Monday|I need it before the weekend|please fix my {thing} right
away|this has to be sorted now, our whole team is blocked|we are losing money every minute the {thing} is down|the deadline is in two
hours|quickly please, I am at the counter|time is running out|please treat this with priority|I need help now|the event is tomorrow
morning and the {thing} {fail}|someone is using my card right now""",
    "churn": """I want to cancel my {thing}|I'm switching to {rival}|I am going to {rival}|close my account|please delete my account for good|I
will never order here again|this was my last order with you|I'm done with you|I'll take my business elsewhere|how do I end my contract?|I
no longer want this {thing}|if this isn't fixed I am leaving|one more time and I'm gone|I don't want to renew my {thing}|{rival} offers this
for less, why should I stay?|I'm thinking about leaving|I want my money back and out of the contract|cancel everything|unsubscribe me from
the {thing}|I regret ever signing up|you just lost a customer|my contract ends soon and I won't renew it|I've found {rival} and want to
terminate|please stop my membership|we are moving our team to {rival}""",
    "purchase": """I'd like to buy a {thing}|how much is the {thing}?|do you have the {thing} in stock?|I want to order two {thing}s|can I get
a quote for the {thing}?|where can I buy the {thing}?|is there a discount on the {thing}?|I'm interested in the {thing}|I want to upgrade
my plan|what does the premium plan cost?|can I add a {thing} to my order?|I'm thinking of getting the {thing}|do you ship the {thing} to
France?|put me down for one {thing}|I'd like to place an order for a {thing}|what's the price for 20 licences?|I want to sign up for the
{thing}|which {thing} would you recommend? I want to get one|can I pay for the {thing} in instalments?|does the {thing} come in black? I'd
take it|I want to book a {thing} for two|is the {thing} still available?|I'd like to try it, how do I subscribe?""",
    "escalation": """let me talk to a human|I want to speak to a manager|can I talk to a real person?|agent please|get me your supervisor|
connect me with someone who can help|I'd rather speak with an operator|no bot, a person please|transfer me to an agent|is there a human
there?|who can I complain to about you?|give me the number of your boss|representative|I will contact my lawyer|I'm going to report you to
the ombudsman|I'll post this everywhere|put me through to customer service|I need to talk to somebody in charge|stop sending me canned
answers, I want a person|I demand to speak to the manager about my {thing}""",
    "frustration": """I've already told you this {n} times|this is the third time I'm asking|how many times do I have to explain this?|I've
been on hold for {time}|this is ridiculous, the {thing} {fail} again|nothing works|I give up|are you even reading what I write?|again the
same problem with the {thing}|I keep getting the same answer|unbelievable, {time} and still nothing|I'm so tired of this {thing}|why is this
so complicated?|you keep sending me in circles|I have tried everything and the {thing} still {fail}|that is not what I asked|every time I
call it {fail}|I'm fed up with your {thing}|seriously? again?|this is going nowhere|I've wasted {time} on this|no one ever calls back|I
can't believe the {thing} {fail} again|for the {n}th time, my {thing} {fail}""",
    "worry": """I'm worried about my {thing}|I'm afraid somebody got into my account|is my money safe?|I hope I didn't lose my {thing}|I'm
nervous about the {thing}|I'm concerned that the {thing} {fail}|someone may have stolen my card|what happens if the {thing} gets lost?|will
I lose all my data?|I am scared that it won't arrive in time|this looks like fraud, I don't recognise the payment|I'm anxious because my
{thing} {fail}|I don't feel safe using the {thing}|should I be worried that the {thing} {fail}?|I got a strange email, is it a scam?|I'm not
sure whether my {thing} went through and that worries me|please tell me my {thing} is not gone|I'm stressing out about the {thing}|could
somebody misuse my details?""",
    "repeat": """as I said before, my {thing} {fail}|like I told your colleague|I already said that|I already gave you the number|I've already
told you this|this is the third time I'm asking|again: the {thing} {fail}|I asked you the same {time} ago|I have explained this {n} times|
I contacted you {time} ago about this already|I repeat, it's about my {thing}|once again, I need my {thing}|no, I meant the {thing}|that's
not what I asked|you misunderstood me|no, not that, the {thing}|I said the {thing}, not the other one|I still have the same question""",
    "unsolved": """that didn't help|it still {fail}|no, that does not work either|nothing has changed|still the same error|I tried that
already, no luck|that doesn't answer my question|so you can't help me|well that was useless|then I'll have to look elsewhere|never mind|
forget it|no, that's not it|this isn't solved|it did not work|sorry but that's no solution|and now what? the {thing} still {fail}|I still
have no {thing}|then it makes no sense to go on|not helpful|no, it's still broken|that link leads nowhere""",
    "solved": """that worked, thank you|it's working now|perfect, that solved it|great, problem solved|yes that fixed it|got it now, thanks a
lot|awesome, I can log in again|that's exactly what I needed|all sorted now|thanks, my {thing} is back|that answers my question|the refund
came through, thanks|it arrived, thank you|super, you've been really helpful|ok that did the trick|wonderful, everything is fine now|yes
now I see the {thing}|brilliant, that was quick|you saved my day|that's all I needed, have a great day|excellent, thank you for your help""",
    "failure": """sorry, I couldn't find anything|I'm sorry, we don't have that|unfortunately that is not possible|I'm afraid there are no
{thing}s available|sorry, I did not understand that|I could not complete your request|no {thing} matches what you asked for|I am
unable to help with that|could you rephrase? I didn't get it|that is sold out|it seems the {thing} could not be booked|sorry, something
went wrong|I don't have that information|we can't do that, I'm sorry|regrettably your {thing} could not be changed|I cannot find your
{thing} in our system|there is nothing open at that time|the system does not let me do that|my apologies, that {thing} is unavailable|
nothing came up for your search|this option does not exist|I'm sorry but I can't answer that""",
    "thanks": """thanks|thank you so much|thx|ty|thanks for your help|cheers mate|many thanks|I appreciate it|much appreciated|thanks a
lot for the quick answer|that is very kind of you""",
    "greeting": """hi|hello|hey there|good morning|good evening|hello, is anyone there?|hi team|dear support|hey|greetings|hiya""",
    "goodbye": """bye|goodbye|have a nice day|see you|take care|bye bye|talk to you later|have a good one""",
}
"""What a phrase of one kind is as well; a cell that a kind neither has nor here lists as open counts as 0."""
ALSO = {
    "complaint": {"bears"}, "wish": {"bears"}, "churn": {"request", "bears"}, "purchase": {"request", "bears"},
    "escalation": {"request", "bears"}, "repeat": {"frustration"},
}
OPEN = {
    "complaint": {"frustration", "unsolved", "repeat", "worry", "inform", "question", "request"},
    "wish": {"request", "question"}, "urgency": {"complaint", "request", "worry", "frustration", "bears", "question", "inform"},
    "churn": {"complaint", "frustration", "escalation", "question", "inform"}, "purchase": {"question", "urgency"},
    "escalation": {"frustration", "complaint", "churn", "urgency", "question", "inform"},
    "frustration": {"complaint", "repeat", "unsolved", "bears", "question", "inform", "escalation"},
    "worry": {"complaint", "question", "bears", "inform", "urgency"},
    "repeat": {"complaint", "unsolved", "bears", "inform", "deny"},
    "unsolved": {"complaint", "frustration", "deny", "inform", "churn", "repeat"},
    "solved": {"thanks", "confirm", "goodbye", "inform"}, "failure": {"inform", "question", "unsolved", "deny"}, "thanks": {"solved", "goodbye"},
    "greeting": {"question"}, "goodbye": {"thanks", "solved"},
}

GOOD = {
    1: """good|nice|helpful|friendly|fine|solid|pleasant|easy to use|useful|interesting|clever|fresh|funny|sweet|reliable|smooth|
likeable|entertaining|thoughtful|well made|worth it|charming|warm|quick|clear|enjoyable|engaging|honest|smart|touching""",
    2: """amazing|fantastic|excellent|brilliant|perfect|outstanding|wonderful|superb|incredible|awesome|a masterpiece|stunning|
delightful|the best I've ever had|magnificent|flawless|hilarious|breathtaking|unforgettable|a joy from start to end|gorgeous|
deeply moving|a triumph|thrilling|beautifully done""",
}
BAD = {
    1: """bad|slow|boring|dull|confusing|disappointing|weak|mediocre|predictable|overpriced|clumsy|unhelpful|cheap|tedious|bland|noisy|
dated|uneven|forgettable|annoying|messy|flat|shallow|lifeless|too long|unfunny|sloppy|frustrating|tiresome|pointless""",
    2: """terrible|awful|horrible|a disaster|the worst I've ever had|disgusting|useless|unbearable|a complete waste of time|pathetic|
unacceptable|garbage|an insult|a total mess|painful to sit through|atrocious|infuriating|dreadful|a scam|embarrassingly bad|shameful|
hopeless|a nightmare|insufferable""",
}
OPINIONS = """the {thing} is {word}|the {thing} was {word}|what a {word} {thing}|{word} {thing}|I found the {thing} {word}|honestly the {thing}
is {word}|this {thing} is {very} {word}|{very} {word}|it's {word}|that was {very} {word}|the {thing} and the {thing2} are both {word}|
everything about this {thing} is {word}|a {word} {thing}|just had the {thing}, {word}|{thing}: {word}!|can only say the {thing} is {very}
{word}|my {thing} turned out {word}|{word} , from the {thing} to the {thing2}|the {thing} feels {word} and the {thing2} is {word2}|
I think it's {word}|such a {word} {thing} !|watching the {thing} was {word}|a {word} and {word2} {thing}|the {thing} is as {word} as ever"""
"""Templates that turn what they hold; the word within is of the other side."""
TURNED = """not {word} at all|the {thing} isn't {word}|I wouldn't call the {thing} {word}|the {thing} is anything but {word}|the {thing} is never
{word}|hardly {word}|far from {word}|it was supposed to be {word}, it wasn't|no {thing} was ever less {word}|the {thing} fails to be {word}"""
CONTRASTED = """the {thing} is {other}, but the {thing2} is {word}|{other} {thing}, yet all in all {word}|despite a {other} {thing} it is {word}|
although the {thing} seemed {other}, it was {word}|it starts {other} and ends {word}|I expected it to be {other} and it was {word}|
the {thing} may be {other} but it's {very} {word}"""
PLAIN = """the {thing} is in the {thing2}|I have a {thing}|where is the {thing}?|the {thing} starts at nine|the {thing} opens tomorrow|they talked
about the {thing} today|new {thing} announced for Friday|I will call about the {thing} on Monday|is the {thing} open on Sunday?|the {thing}
comes with a {thing2}|anyone going to the {thing} tomorrow?|heading to the {thing} now|the {thing} has two parts|I'd like the {thing} with
the {thing2}|he said the {thing} was on the 3rd|watching the {thing} tonight|the second {thing} is on page 12|my {thing} number is 48213|
just read about the {thing} and the {thing2}|the {thing} will be live on Thursday at 8pm|what time does the {thing} start?|can you change my
{thing} to Tuesday?|the {thing} vs the {thing2} on Saturday|{thing} news: a decision is expected in May"""
VERY = "very|really|so|truly|absolutely|quite|just|simply|incredibly|pretty"
EMOJI = {2: "😍|🎉|❤️|🤩|🥰", 1: "🙂|👍|😊|😄|:)|:-)|:D", -1: "🙁|👎|😕|😒|:(|:-(|😞", -2: "😡|🤬|😠|😤|💔|🤮"}


def listed(text: str) -> list[str]:
    return [re.sub(r"\s+", " ", entry).strip() for entry in text.split("|") if entry.strip()]


_SLOTS = {"thing": listed(THINGS), "thing2": listed(THINGS), "feature": listed(FEATURES), "fail": listed(FAILS), "time": listed(TIMES),
          "rival": listed(RIVALS), "n": ["two", "three", "four", "five", "ten"], "very": listed(VERY)}


def fill(template: str, chooser: random.Random, **given: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: given.get(found[1]) or chooser.choice(_SLOTS[found[1]]), template)


def _roughen(text: str, chooser: random.Random) -> str:
    """Casing, missing punctuation and slips of the finger, as people type in chats."""
    draw = chooser.random()
    if draw < 0.35:
        text = text.lower().replace("'", "") if draw < 0.15 else text.lower()
    elif draw < 0.6:
        text = text[0].upper() + text[1:] + ("" if text[-1] in "?!" else chooser.choice([".", "!", "", "..."]))
    elif draw < 0.64:
        text = text.upper()
    if chooser.random() < 0.08 and len(text) > 12:
        place = chooser.randrange(2, len(text) - 2)
        text = text[:place] + text[place + 1] + text[place] + text[place + 2:]
    return text


def signal_phrases(count: int, seed: int) -> list[tuple[str, set[str], set[str]]]:
    """Texts with the kinds that they are and the kinds that they may or may not be."""
    chooser = random.Random(seed)
    kinds = {kind: listed(templates) for kind, templates in TEMPLATES.items()}
    result = {}
    for _ in range(count):
        kind = chooser.choice(sorted(kinds))
        text = fill(chooser.choice(kinds[kind]), chooser)
        has, may = {kind} | ALSO.get(kind, set()), set(OPEN.get(kind, set()))
        if kind != "failure" and chooser.random() < 0.25:
            other = chooser.choice(sorted(kinds.keys() - {"failure"}))
            text = f"{text}{chooser.choice(['. ', ', ', '! ', ' and '])}{fill(chooser.choice(kinds[other]), chooser)}"
            has |= {other} | ALSO.get(other, set())
            may |= OPEN.get(other, set())
        result[_roughen(text, chooser)] = (has, may - has)
    return [(text, *labels) for text, labels in result.items()]


def opinion_phrases(count: int, seed: int) -> list[tuple[str, int]]:
    """Texts with a sentiment from -2 to 2."""
    chooser = random.Random(seed)
    words = {strength: listed(text) for strength, text in GOOD.items()} | {-strength: listed(text) for strength, text in BAD.items()}
    result = {}
    for _ in range(count):
        value = chooser.choice([-2, -1, 0, 0, 1, 2])
        draw = chooser.random()
        if value == 0:
            text = fill(chooser.choice(listed(PLAIN)), chooser)
        else:
            word, word2 = chooser.choice(words[value]), chooser.choice(words[value])
            other = chooser.choice(words[chooser.choice([-1, -2] if value > 0 else [1, 2])])
            if draw < 0.16:
                text = fill(chooser.choice(listed(TURNED)), chooser, word=other)
                value = 1 if value > 0 else -1
            elif draw < 0.34:
                text = fill(chooser.choice(listed(CONTRASTED)), chooser, word=word, other=other)
                value = 1 if value > 0 else -1
            else:
                text = fill(chooser.choice(listed(OPINIONS)), chooser, word=word, word2=word2)
            if chooser.random() < 0.08:
                text += " " + chooser.choice(listed(EMOJI[value]))
        if value == 0 and chooser.random() < 0.03:
            value = chooser.choice([-2, -1, 1, 2])
            text += " " + chooser.choice(listed(EMOJI[value]))
        result[_roughen(text, chooser)] = value
    return list(result.items())
