import { type Topic, topicFamily } from "./topic.ts";

/** Orders that should not go out as they were placed. */
export const ORDER_CHANGE_TOPICS: readonly Topic[] = topicFamily("orders", [
  {
    id: "cancel-order",
    name: "Cancel order",
    words: ["cancel", "cancellation", "order"],
    weight: 2.6,
    mood: 0.15,
    node: "cancel_order",
    asks: ["order"],
    openings: [
      "<iwant> cancel {my order|an order|the order I placed {yesterday|today|just now}|order <order>}",
      "{please|pls|can you|could you} cancel {my order|order <order>|the order from {today|this morning|yesterday}}{ before it ships| asap| thanks|}",
      "I {ordered by mistake|ordered the wrong one|clicked twice and ordered two|changed my mind}, {can I cancel?|please cancel it|how do I cancel the order?}",
      "<how> cancel an order {that hasn't shipped|I just placed|in the app}?",
      "is it {still possible|too late} to cancel {my order|order <order>|the <product>}?",
      "I {accidentally|mistakenly} {ordered|bought} two <product>s, {cancel one please|I only need one|please take one off the order}",
      "{don't|please do not} ship {order <order>|my <product>}, {I found it cheaper|I no longer need it|I ordered the wrong colour}",
      "there is no cancel button {for|on} {my order|order <order>}{ in my account|}",
      "my {kid|son|daughter} ordered {a <product>|two <product>s} {without asking|from my phone}, {I need that cancelled|please stop the order}",
      "{I'd like to|I want to} withdraw from {my purchase|the order from {yesterday|<weekday>}}{ before shipping|}",
    ],
    terse: [
      "cancel {order|my order|<order>|purchase}",
      "order cancellation",
      "cancel <product> order",
      "stop {order|shipment} please",
    ],
    details: [
      "I {only placed it|ordered it} {an hour ago|this morning}",
      "it still says {processing|pending} in my account",
      "{I found|there's} a better {price|deal} elsewhere",
    ],
    bot: [
      "Order <order> has not shipped yet, so I have cancelled it. <amount> goes back to your payment method within <businessdays>.",
      "Order <order> is already {packed|with the carrier}. Please refuse the parcel or send it back; the return is free.",
    ],
    probes: [
      {
        question: "May I ask why you would like to cancel?",
        answers: [
          "{ordered the wrong one|found it cheaper|I don't need it any more|it was a mistake}",
          "just changed my mind",
        ],
      },
    ],
    fix: [
      "Done, order <order> is cancelled and <amount> is on its way back to you.",
      "It has left the warehouse, sorry. I've sent a free return label so that you can send it straight back.",
    ],
    solved: { bot: 0.66, agent: 0.9 },
  },
  {
    id: "change-address",
    name: "Change delivery address",
    words: ["address", "change", "moved", "delivery"],
    weight: 1.9,
    mood: 0.12,
    node: "change_address",
    asks: ["order"],
    openings: [
      "<iwant> change {the delivery address|my shipping address|the address on my order|where order <order> goes}",
      "I {typed|entered|put in} the wrong {address|house number|postcode|street} {on my order|when ordering|at checkout}",
      "{I moved|we've moved|I just moved house} {<ago>|}{ and|,} {you still have my old address|the order goes to the old address|need to update my address}",
      "<how> {update|change|correct} {my address|the delivery address} {for an order|in my account|after ordering}?",
      "{can you send it to|could the parcel be sent to|can you redirect it to|could you have it delivered to} {my work|a different address|my neighbour|my parents} instead?",
      "order <order> {is going to|has} {the wrong address|my old address}, {please change it|can this be fixed}?",
      "my new address is <address>, {please update it|can you change that for the order|send the <product> there}",
      "please {send|deliver} {my order|the <product>} to <address> {instead|and not to the old one}",
      "{is it possible to|can I still} {change|edit} the {shipping address|delivery address} {now|after payment}?",
      "the {house number|flat number|postcode} is missing on {my order|order <order>}, {how do I add it|can you add it}?",
      "PayPal {used|took} my old address {again|for the order}, {it needs to go to the new one|please change it}",
    ],
    terse: [
      "change {address|delivery address|shipping address}",
      "wrong address on {order|<order>}",
      "new address <address>",
      "update {my |}address",
    ],
    details: [
      "the right one is <address>",
      "it should go to <address>",
      "we {moved in|moved} <ago> and I {forgot to change it|didn't notice}",
    ],
    bot: [
      "You can change the address in your account under Orders as long as the parcel has not shipped. What is the new address?",
      "I can change the address of <order>. Please send me the street, house number, postcode and town.",
    ],
    probes: [
      {
        question: "What is the full new address?",
        answers: [
          "<address>",
          "it's <address>",
          "<address>{, second floor|, ring at the neighbour's if I'm out|}",
        ],
      },
    ],
    fix: [
      "I have changed the delivery address; you'll get a new confirmation <shortly>.",
      "The parcel had already left, so I asked the carrier to redirect it. That adds a day.",
    ],
    solved: { bot: 0.55, agent: 0.88 },
  },
]);
