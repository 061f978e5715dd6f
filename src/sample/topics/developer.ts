import { type Topic, topicFamily } from "./topic.ts";

const DEVELOPER_CHANNELS = { api: 30, email: 1.6, voice: 0.1, sms: 0.05, social: 0.4, mobile: 0.3 } as const;

/** People who build on the Lumora API. */
export const DEVELOPER_TOPICS: readonly Topic[] = topicFamily("developer", [
  {
    id: "api-key",
    name: "API key rejected",
    words: ["api", "key", "token", "unauthorized"],
    weight: 0.7,
    channels: DEVELOPER_CHANNELS,
    mood: 0.15,
    node: "api_key",
    asks: ["account"],
    openings: [
      "{my|our} API key {is rejected|doesn't work|returns 401|gives unauthorized}{ since yesterday| on all endpoints|}",
      "<how> {create|get|rotate|revoke} an API key{ for the Lumora API|}?",
      "the API {returns|answers with} {401|403|invalid token} {although the key is correct|with key <secret>|for every call}",
      "I {accidentally committed|leaked|posted} {my|our} key <secret>{, please revoke it|, how do I rotate it?}",
      "where {do I find|can I see} my {API key|client secret|access token}?",
      "the {access token|OAuth token} {expires too early|expires after five minutes|cannot be refreshed}",
      "{need|we need} {a second API key|a key with read-only scope} for {our integration|testing}",
    ],
    terse: ["api key {rejected|401|invalid|rotate}", "401 unauthorized", "new api key", "token expired"],
    details: ["the key is <secret>", "we call from <ip>", "it's the {production|sandbox} environment"],
    bot: [
      "Keys are made in the developer console under Access. A 401 most often means a key of the other environment.",
    ],
    probes: [
      {
        question: "Which environment is that, and from which address do you call?",
        answers: ["{production|sandbox}, from <ip>", "{prod|live}, key <secret>"],
      },
    ],
    fix: [
      "The key had lost its scope. I've restored it; please try again.",
      "I've revoked that key. Please create a new one and never send a key by message.",
    ],
    solved: { bot: 0.45, agent: 0.9 },
  },
  {
    id: "webhook",
    name: "Webhooks not delivered",
    words: ["webhook", "webhooks", "callback", "event", "events"],
    weight: 0.6,
    channels: DEVELOPER_CHANNELS,
    mood: 0.2,
    node: "webhook",
    asks: ["account"],
    openings: [
      "{our|my} webhook {isn't called|doesn't fire|stopped firing|gets no events}{ since <weekday>| for lamp events|}",
      "we {receive|get} {webhook events|callbacks} {twice|late|out of order|without a signature}",
      "{webhooks|webhook calls} to {our server|our endpoint} {time out|fail with a TLS error|arrive hours later}",
      "<how> {register|verify|test} a webhook{ signature|}?",
      "the webhook {payload|body} {is missing the device id|changed without notice|is empty}",
      "can you {resend|replay} the {webhook events|missed events} of {yesterday|<weekday>}?",
      "which IP {addresses|range} do {your webhooks|the callbacks} come from? {our firewall blocks them|we see <ip>}",
    ],
    terse: [
      "webhook {not firing|missing|delayed|signature}",
      "webhooks not delivered",
      "replay webhook events",
    ],
    details: ["the endpoint is <url>", "our logs show {nothing|only half of them} since <weekday>"],
    bot: ["A webhook is paused after 20 failures in a row. You can start it again in the developer console."],
    probes: [{ question: "What is the endpoint's address?", answers: ["<url>", "it's <url>"] }],
    fix: ["It had been paused after time-outs. I've started it again and replayed the last two days."],
    solved: { bot: 0.4, agent: 0.88 },
  },
  {
    id: "rate-limit",
    name: "API rate limit",
    words: ["rate", "limit", "429", "quota"],
    weight: 0.4,
    channels: DEVELOPER_CHANNELS,
    mood: 0.12,
    node: "rate_limit",
    asks: ["account"],
    openings: [
      "we {hit|run into|keep hitting} the rate limit{ of the API| at 60 calls a minute| all day|}",
      "the API {returns|gives|answers} 429 {too many requests|} {although we're below the limit|for our integration|at peak time}",
      "{can you|is it possible to} {raise|increase|lift} our {rate limit|API quota}?",
      "{what are|where are} the {rate limits|API limits|quotas} {documented|for the devices endpoint|per key}?",
      "is the {limit|rate limit} per {key|account|IP}? we {get 429 from|call from} <ip>",
      "our {quota|limit} {was lowered|dropped} {without notice|yesterday}, {everything returns 429|why}",
    ],
    terse: ["rate limit{| increase| 429}", "429 {too many requests|error}", "api quota"],
    details: ["we do {about 5 calls a second|ten thousand calls a day}", "Retry-After says {30|60} seconds"],
    bot: ["The limit is 60 calls a minute and key. Use the batch endpoint to read many devices at once."],
    probes: [
      {
        question: "How many calls a minute do you need?",
        answers: ["{about|around} {200|300|120}", "{120|500} at peak"],
      },
    ],
    fix: ["I've raised your limit to 300 calls a minute."],
    solved: { bot: 0.55, agent: 0.92 },
  },
]);
