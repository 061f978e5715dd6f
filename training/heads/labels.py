"""The labels that the heads give, and how the labels of each data set are read as ours.

A label is 1 (has it), 0 (has it not) or -1 (the data set does not say: such cells never count in a loss or a score).
"""

ACTS = ["question", "request", "inform", "confirm", "deny", "offer", "complaint", "wish", "thanks", "greeting", "goodbye"]

EMOTIONS = (
    "admiration amusement anger annoyance approval caring confusion curiosity desire disappointment disapproval disgust "
    "embarrassment excitement fear gratitude grief joy love nervousness optimism pride realization relief remorse sadness "
    "surprise neutral"
).split()

POSITIVE = set("admiration amusement approval caring desire excitement gratitude joy love optimism pride relief".split())
NEGATIVE = set(
    "anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness".split())

"""What no emotion corpus labels but a support team asks for; learnt from seeded phrases (phrases.py). `failure` is the
agent's or bot's: it says that it found nothing, cannot do it or did not understand; SGD's acts label it too."""
SIGNALS = ["frustration", "worry", "urgency", "churn", "purchase", "escalation", "repeat", "unsolved", "solved", "failure"]

SGD_CUSTOMER = {
    "INFORM": "inform", "REQUEST": "question", "AFFIRM": "confirm", "AFFIRM_INTENT": "confirm", "SELECT": "confirm",
    "NEGATE": "deny", "NEGATE_INTENT": "deny", "INFORM_INTENT": "request", "REQUEST_ALTS": "request",
    "THANK_YOU": "thanks", "GOODBYE": "goodbye",
}
SGD_SYSTEM = {
    "REQUEST": "question", "CONFIRM": "question", "REQ_MORE": "question", "OFFER": "offer", "OFFER_INTENT": "offer",
    "INFORM": "inform", "INFORM_COUNT": "inform", "NOTIFY_SUCCESS": "inform", "NOTIFY_FAILURE": "inform",
    "GOODBYE": "goodbye",
}

"""MultiDoGO's intents that are acts; all others are things that a customer wants done or known."""
MULTIDOGO = {
    "openinggreeting": "greeting", "thankyou": "thanks", "closinggreeting": "goodbye", "confirmation": "confirm",
    "rejection": "deny", "contentonly": "inform",
}
MULTIDOGO_COMPLAINTS = {"reportbrokensoftware", "reportbrokenphone", "reportlostcard", "disputecharge"}

NLUPP = {
    "affirm": "confirm", "acknowledge": "confirm", "deny": "deny", "greet": "greeting", "end_call": "goodbye",
    "thank": "thanks", "wrong_notworking_notshowing": "complaint", "lost_stolen": "complaint",
}
NLUPP_QUESTIONS = {"request_info", "how", "why", "when", "how_much", "how_long", "where", "which", "what"}

"""MultiWOZ does not part wanting something done from telling about it (both are Inform), so the two count as one there."""
MULTIWOZ = {"Inform": "inform or request", "Request": "question", "thank": "thanks", "bye": "goodbye", "greet": "greeting"}


def row(names: list[str], has: set[str], unknown: set[str] = frozenset()) -> list[int]:
    """A label's cells in the order of `names`."""
    return [1 if name in has else -1 if name in unknown else 0 for name in names]
