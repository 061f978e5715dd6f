// Customers: each is made from the seed and its number alone, so it is the same in every conversation it comes back in.
import { ANDROID_DEVICES, COUNTRIES, IOS_DEVICES, PLANS } from "./company.ts";
import { phoneNumber, postalAddress } from "./personal-data.ts";
import { createRandom, pickWeighted, type Random } from "./random.ts";

export type Customer = {
  readonly id: string;
  readonly country: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly platform: "android" | "ios";
  readonly device: string;
  readonly os: string;
  readonly plan: (typeof PLANS)[number];
  readonly handle: string;
  /** Days between becoming a customer and the sample's first day. */
  readonly tenureDays: number;
};

type NamePool = readonly [given: readonly string[], family: readonly string[]];

const words = (text: string): readonly string[] => text.split(" ");

const NAMES: Readonly<Record<string, NamePool>> = {
  english: [
    words(
      "Olivia Jack Emily Harry Sophie Daniel Chloe Matthew Laura James Rebecca Ryan Hannah Adam Megan Luke Sarah Ben Kate Joshua Lucy Michael Karen Peter Susan Brian Alice Gareth Nicole Scott Rachel Dylan Paula Keith Fiona Wayne",
    ),
    words(
      "Harding Whitaker Bennett Foster Marsh Donnelly Parrish Coleman Hollis Sutton Barker Pearce Thornton Walsh Gibbs Lowe Fletcher Rowe Kavanagh Stokes Mercer Holloway Dawson Pritchard Easton Beckett Langley Moss Winters Hale",
    ),
  ],
  german: [
    words(
      "Anna Lukas Julia Felix Katrin Stefan Monika Jürgen Sabine Tobias Lena Markus Heike Florian Birgit Uwe",
    ),
    words(
      "Hoffmann Becker Krüger Lindner Vogel Brandt Schuster Peters Kühn Albrecht Winkler Seidel Ziegler Haas",
    ),
  ],
  french: [
    words("Camille Julien Élodie Mathieu Chantal Thierry Margaux Nicolas Sylvie Antoine Léa Pascal"),
    words("Moreau Lefèvre Girard Fontaine Chevalier Rousseau Garnier Blanchard Perrin Marchand Renaud"),
  ],
  spanish: [
    words("Lucía Javier Carmen Álvaro Marta Sergio Pilar Raúl Elena Iván Rocío Andrés"),
    words("Navarro Ortega Domínguez Serrano Molina Castillo Iglesias Cabrera Vidal Pascual Herrera"),
  ],
  portuguese: [
    words("Beatriz Thiago Larissa Rafael Camila Gustavo Juliana Bruno Fernanda Caio"),
    words("Carvalho Ribeiro Almeida Teixeira Barbosa Cardoso Moura Nogueira Pinto"),
  ],
  dutch: [
    words("Sanne Daan Femke Joris Lotte Sander Marloes Ruben Anouk Wouter"),
    words("Bakker Visser Mulder Dekker Kuipers Hendriks Postma Verhoeven Brouwer Willems"),
  ],
  indian: [
    words("Ananya Rohan Kavya Arjun Sneha Vikram Pooja Rahul Meera Sanjay Divya Nikhil"),
    words("Iyer Banerjee Kulkarni Reddy Chopra Menon Deshpande Gupta Bhatt Nair"),
  ],
  world: [
    words(
      "Chidi Amara Wei Mei Yusuf Leyla Tomasz Agnieszka Kenji Sakura Nadia Tariq Ngozi Linh Minh Olena Andriy Ahmed Fatima Eun-ji Kwame Zeynep Ivana Goran",
    ),
    words(
      "Okafor Adeyemi Zhang Huang Demir Yıldız Kowalczyk Nowak Tanaka Haddad Rahman Nguyen Tran Shevchenko Mensah Petrovic Kim Farouk Sato",
    ),
  ],
};

const POOL_BY_COUNTRY: Readonly<Record<string, string>> = {
  DE: "german",
  FR: "french",
  ES: "spanish",
  BR: "portuguese",
  NL: "dutch",
  IN: "indian",
};

/** `country` is a position in COUNTRIES, `number` counts within the country. */
export function createCustomer(seed: number, country: number, number: number): Customer {
  const random = createRandom(seed, 0xc057, country, number);
  const code = COUNTRIES[country]?.code ?? "US";
  const { first, last } = personName(random, code);
  const platform = random.chance(code === "US" || code === "GB" ? 0.46 : 0.62) ? "android" : "ios";
  const plain = (name: string): string =>
    name
      .toLowerCase()
      .normalize("NFD")
      .replaceAll(/[^a-z]/g, "")
      .replaceAll("ı", "i");
  const digits = random.between(1, 99);
  const local = random.pick([
    `${plain(first)}.${plain(last)}`,
    `${plain(first)}${digits}`,
    `${plain(first).charAt(0)}.${plain(last)}`,
    `${plain(last)}_${plain(first)}`,
    `${plain(first)}.${plain(last)}${digits}`,
  ]);
  return {
    id: `C-${100000 + country * 40000 + number}`,
    country: code,
    first,
    last,
    email: `${local}@${random.pick(["example.com", "example.org", "example.net", "mail.example", "post.example", "inbox.example"])}`,
    phone: phoneNumber(random, code),
    address: postalAddress(random, code),
    platform,
    device: random.pick(platform === "android" ? ANDROID_DEVICES : IOS_DEVICES),
    os: platform === "android" ? `Android ${random.between(12, 15)}` : `iOS ${random.between(16, 18)}`,
    plan: PLANS[pickWeighted([0.58, 0.29, 0.13], random.next())] ?? "free",
    handle: `@${plain(first)}${random.pick(["_", ".", "x", ""])}${plain(last).slice(0, 5)}${digits}`,
    tenureDays: Math.round(random.next() ** 2 * 1500) + 1,
  };
}

/** A name from the country's own pool mostly, from elsewhere in the world sometimes. */
export function personName(random: Random, country: string): { first: string; last: string } {
  const pool = NAMES[random.chance(0.2) ? "world" : (POOL_BY_COUNTRY[country] ?? "english")] as NamePool;
  return { first: random.pick(pool[0]), last: random.pick(pool[1]) };
}
