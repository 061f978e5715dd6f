// The facts of one case: its order, product, amounts, dates and personal data. A fact is made when it is first mentioned
// and stays the same for the whole conversation, also in one that follows up on it.
import type { RedactionType } from "../core/redaction-tag.ts";
import { COMPANIES, LAMPS, LOOSE_PRODUCTS, PRODUCTS, PROMO_CODES, SPEAKERS } from "./company.ts";
import type { DecoyType, Segment, Slots } from "./grammar.ts";
import { LEXICON } from "./lexicon.ts";
import { type Customer, personName } from "./people.ts";
import {
  birthDate,
  cardNumber,
  iban,
  ipAddress,
  macAddress,
  nationalId,
  postalAddress,
  randomToken,
} from "./personal-data.ts";
import { createRandom, type Random } from "./random.ts";

export type CaseContext = {
  readonly customer: Customer;
  readonly agent: string;
  readonly version: string;
  readonly promo?: string;
};

type Maker = (random: Random, context: CaseContext) => Segment;

const plain = (text: string): Segment => ({ text });
const personal = (type: RedactionType, text: string): Segment => ({ text, mark: { kind: "personal", type } });
const decoy = (type: DecoyType, text: string): Segment => ({ text, mark: { kind: "decoy", type } });
const digits = (random: Random, count: number): string =>
  String(random.between(10 ** (count - 1), 10 ** count - 1));

const PLAN_NAMES = { free: "Plus", plus: "Plus", family: "Family" } as const;

const MAKERS: Readonly<Record<string, Maker>> = {
  product: (random) => plain(random.chance(0.7) ? random.pick(PRODUCTS) : random.pick(LOOSE_PRODUCTS)),
  product2: (random) => plain(random.pick(PRODUCTS)),
  /** Stands in when the second product came out as the first: never a thing with a name of its own. */
  product3: () => plain("reading lamp"),
  lamp: (random) => plain(random.pick(LAMPS)),
  speaker: (random) => plain(random.pick(SPEAKERS)),
  order: (random) =>
    decoy(
      "order",
      random.pick([
        `LM-${digits(random, 7)}`,
        `LM-${digits(random, 7)}`,
        `#${digits(random, 8)}`,
        digits(random, 8),
      ]),
    ),
  tracking: (random) =>
    decoy(
      "tracking",
      random.pick([
        `1Z${digits(random, 6)}${digits(random, 8)}`,
        `JD${digits(random, 9)}${digits(random, 7)}`,
      ]),
    ),
  ticket: (random) => decoy("ticket", `T-${digits(random, 6)}`),
  serial: (random) => decoy("serial", `LMS${digits(random, 4)}-${digits(random, 5)}`),
  code: (random) =>
    decoy("code", `GC-${randomToken(random, 4).toUpperCase()}-${randomToken(random, 4).toUpperCase()}`),
  cardtail: (random) =>
    decoy("card-tail", random.pick(["4242", "4444", "1117", "5556", "0005", "1111", "3222"])),
  amount: (random) => {
    const value = random.logNormal(48, 0.7);
    return decoy(
      "amount",
      random.pick([
        `$${value.toFixed(2)}`,
        `£${value.toFixed(2)}`,
        `${value.toFixed(2)} euros`,
        `€${Math.round(value)}`,
        `$${Math.round(value)}`,
        `${value.toFixed(2)}`,
      ]),
    );
  },
  promo: (random, context) => plain(context.promo ?? random.pick(PROMO_CODES)),
  plan: (_random, context) => plain(PLAN_NAMES[context.customer.plan]),
  device: (_random, context) => plain(context.customer.device),
  os: (_random, context) => plain(context.customer.os),
  version: (_random, context) => plain(context.version),
  agent: (_random, context) => personal("PERSON", context.agent),
  company: (random) => plain(random.pick(COMPANIES)),
  month: (random) =>
    plain(
      random.pick([
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
      ]),
    ),
  hour: (random) =>
    plain(random.pick(["6 am", "6:30", "7 o'clock", "8 pm", "10 pm", "22:30", "midnight", "sunset"])),
  num2: (random) => plain(String(random.between(11, 99))),
  num3: (random) => plain(String(random.between(101, 899))),
  first: (_random, { customer }) => personal("PERSON", customer.first),
  name: (_random, { customer }) => personal("PERSON", `${customer.first} ${customer.last}`),
  other: (random, { customer }) => {
    const { first, last } = personName(random, customer.country);
    return personal("PERSON", `${first} ${last}`);
  },
  email: (_random, { customer }) => personal("EMAIL", customer.email),
  email2: (random, { customer }) =>
    personal("EMAIL", `${customer.email.split("@")[0] ?? "me"}${random.between(2, 99)}@new.example`),
  phone: (_random, { customer }) => personal("PHONE", customer.phone),
  address: (random, { customer }) =>
    personal("ADDRESS", random.chance(0.5) ? customer.address : postalAddress(random, customer.country)),
  home: (_random, { customer }) => personal("ADDRESS", customer.address),
  card: (random) => personal("CARD", cardNumber(random)),
  iban: (random, { customer }) => personal("IBAN", iban(random, customer.country)),
  dob: (random) => personal("BIRTH_DATE", birthDate(random)),
  nid: (random, { customer }) => personal("NATIONAL_ID", nationalId(random, customer.country)),
  ip: (random) => personal("IP", ipAddress(random)),
  mac: (random) => personal("MAC", macAddress(random)),
  secret: (random) => personal("SECRET", `lum_${random.pick(["live", "test"])}_${randomToken(random, 28)}`),
  password: (random) =>
    personal(
      "SECRET",
      `${random.pick(["Sunny", "Rocket", "Maple", "Tiger", "Winter"])}${random.pick(["!", "#", "_"])}${digits(random, 4)}`,
    ),
  url: (random) =>
    personal(
      "URL",
      `https://${random.pick(["account.lumora.example/reset?token=", "hooks.partner.example/lumora?key=", "lumora-login.example/verify?session="])}${randomToken(random, 22)}`,
    ),
  handle: (_random, { customer }) => personal("HANDLE", customer.handle),
  botname: () => decoy("bot-name", "Lumi"),
  companymail: () => decoy("company-mail", "phishing@lumora.example"),
  brand: () => decoy("handle", "@LumoraSupport"),
};

/** Slots vary between mentions in the shared phrases; facts do not. Throws a RangeError for a name nobody knows. */
export function createFacts(seed: number, caseNumber: number, context: CaseContext): Slots {
  const random = createRandom(seed, 0xfac7, caseNumber);
  const known = new Map<string, Segment>();
  const slots: Slots = (name) => {
    const made = known.get(name);
    if (made !== undefined) return made;
    const maker = MAKERS[name];
    if (maker !== undefined) {
      // Each fact has its own stream: the order of mentions must not change it in a follow-up.
      const fact = maker(
        createRandom(
          seed,
          caseNumber,
          name.length,
          name.charCodeAt(0),
          name.charCodeAt(name.length - 1),
          name.charCodeAt(2),
        ),
        context,
      );
      const first = name === "product2" ? slots("product") : "";
      if (typeof first !== "string" && first.text === fact.text) return slots("product3");
      known.set(name, fact);
      return fact;
    }
    const phrase = LEXICON[name];
    if (phrase === undefined) throw new RangeError(`no slot or phrase named ${name}`);
    if (name === "days" || name === "ago") {
      const chosen = plain(expandOnce(phrase, random));
      if (!chosen.text.includes("<")) known.set(name, chosen);
      return chosen.text.includes("<") ? chosen.text : chosen;
    }
    return phrase;
  };
  return slots;
}

/** Picks one alternative of a flat list, so that "five days" stays five days throughout a case. */
function expandOnce(phrase: string, random: Random): string {
  return random.pick(phrase.slice(1, -1).split("|"));
}
