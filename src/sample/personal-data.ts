// Personal data that looks real and belongs to nobody: numbers that regulators and payment providers set aside for films
// and tests, documentation addresses (RFC 5737, RFC 2606), and made-up streets. Checksums are right where there are any.
import type { Random } from "./random.ts";

const TEST_CARDS = [
  "4242424242424242",
  "4000056655665556",
  "5555555555554444",
  "2223003122003222",
  "378282246310005",
  "6011111111111117",
  "4111111111111111",
  "5105105105105100",
];

/** A card number of the payment industry's test ranges, as people type it: in groups, with dashes or in one piece. */
export function cardNumber(random: Random): string {
  const digits = random.pick(TEST_CARDS);
  const separator = random.pick([" ", " ", "-", ""]);
  const groups =
    digits.length === 15
      ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10)]
      : (digits.match(/.{4}/g) ?? [digits]);
  return groups.join(separator);
}

const digitsOf = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.int(10)).join("");

/** An IBAN whose check digits are right (ISO 13616, mod 97), at a bank that does not exist. */
export function iban(random: Random, country: string): string {
  const [code, account] =
    country === "NL"
      ? ["NL", `LUMO${digitsOf(random, 10)}`]
      : country === "GB" || country === "IE"
        ? ["GB", `WEST${digitsOf(random, 14)}`]
        : country === "FR"
          ? ["FR", digitsOf(random, 23)]
          : country === "ES"
            ? ["ES", digitsOf(random, 20)]
            : ["DE", `99999999${digitsOf(random, 10)}`];
  const whole = `${code}${ibanCheckDigits(code, account)}${account}`;
  return random.chance(0.65) ? (whole.match(/.{1,4}/g) ?? [whole]).join(" ") : whole;
}

function ibanCheckDigits(country: string, account: string): string {
  const numeric = `${account}${country}00`.replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return String(98 - Number(BigInt(numeric) % 97n)).padStart(2, "0");
}

/** Numbers from the ranges kept for drama and documentation: 555-01xx, Ofcom, Bundesnetzagentur, Arcep, ACMA. */
export function phoneNumber(random: Random, country: string): string {
  const two = digitsOf(random, 2);
  const three = digitsOf(random, 3);
  switch (country) {
    case "GB":
    case "IE":
      return random.pick([
        `07700 900${three}`,
        `020 7946 0${three}`,
        `+44 7700 900${three}`,
        `0161 496 0${three}`,
        `07700900${three}`,
      ]);
    case "DE":
      return random.pick([
        `030 23125 ${three}`,
        `0171 39200 ${two}`,
        `+49 30 23125 ${three}`,
        `+49 171 39200${two}`,
      ]);
    case "FR":
      return random.pick([
        `06 39 98 ${two} ${digitsOf(random, 2)}`,
        `01 99 00 ${two} ${digitsOf(random, 2)}`,
        `+33 6 39 98 ${two} ${digitsOf(random, 2)}`,
      ]);
    case "AU":
      return random.pick([
        `0491 570 1${two.charAt(0)}${random.pick(["6", "7", "8"])}`,
        `+61 491 570 15${random.pick(["6", "7", "8", "9"])}`,
      ]);
    default: {
      const area = random.pick(["212", "415", "303", "617", "206", "512", "416", "604"]);
      return random.pick([
        `(${area}) 555-01${two}`,
        `${area}-555-01${two}`,
        `+1 ${area} 555 01${two}`,
        `${area}.555.01${two}`,
        `+1${area}55501${two}`,
      ]);
    }
  }
}

const STREETS: Readonly<Record<string, readonly string[]>> = {
  US: [
    "Maple Hollow Road",
    "Quarry Street",
    "Lantern Avenue",
    "Juniper Lane",
    "Old Mill Drive",
    "Copperfield Court",
  ],
  GB: ["Heron Close", "Tanner's Row", "Bramble Street", "Mallard Road", "Priory Gardens", "Weaver Lane"],
  DE: ["Lindenweg", "Am Mühlbach", "Kastanienallee", "Gartenstraße", "Birkenweg", "Rosenstraße"],
  FR: ["rue des Tilleuls", "avenue du Moulin", "rue de la Fontaine", "chemin des Vignes"],
  ES: ["Calle del Olivo", "Calle de la Fuente", "Avenida del Parque"],
  NL: ["Wilgenlaan", "Molenstraat", "Dorpsweg", "Beukenlaan"],
};
const TOWNS: Readonly<Record<string, readonly string[]>> = {
  US: ["Denver, CO 80203", "Austin, TX 78704", "Portland, OR 97205", "Columbus, OH 43215", "Tampa, FL 33602"],
  GB: ["Leeds LS6 2AB", "Bristol BS3 4QT", "Norwich NR2 3RL", "Cardiff CF10 1AA", "York YO10 5DD"],
  DE: ["50667 Köln", "04109 Leipzig", "24103 Kiel", "90402 Nürnberg"],
  FR: ["69003 Lyon", "31000 Toulouse", "44000 Nantes"],
  ES: ["46001 Valencia", "41004 Sevilla"],
  NL: ["3511 AB Utrecht", "9711 LM Groningen"],
};

/** Street, number, postcode and town in the country's order; towns are real, streets invented. */
export function postalAddress(random: Random, country: string): string {
  const code = STREETS[country] === undefined ? (country === "IE" ? "GB" : "US") : country;
  const street = random.pick(STREETS[code] ?? []);
  const town = random.pick(TOWNS[code] ?? []);
  const number = random.between(1, code === "US" ? 980 : 140);
  if (code === "DE" || code === "NL") return `${street} ${number}, ${town}`;
  return code === "ES" ? `${street} ${number}, ${town}` : `${number} ${street}, ${town}`;
}

/** A Dutch BSN of the test range that starts with 999 (eleven test); elsewhere a Spanish DNI under 1000 (check letter, mod 23). */
export function nationalId(random: Random, country: string): string {
  if (country !== "NL") {
    const number = random.int(1000);
    return `${String(number).padStart(8, "0")}${"TRWAGMYFPDXBNJZSQVHLCKE".charAt(number % 23)}`;
  }
  for (;;) {
    const head = `999${digitsOf(random, 5)}`;
    const sum = [...head].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0) % 11;
    if (sum < 10) return `${head}${sum}`;
  }
}

export function birthDate(random: Random): string {
  const year = random.between(1948, 2004);
  const month = random.between(1, 12);
  const day = random.between(1, 28);
  const two = (value: number): string => String(value).padStart(2, "0");
  const name = random.pick(["January", "March", "May", "July", "October", "December"]);
  return random.pick([
    `${two(day)}/${two(month)}/${year}`,
    `${two(day)}.${two(month)}.${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${name} ${day}, ${year}`,
    `${day} ${name} ${year}`,
  ]);
}

export function ipAddress(random: Random): string {
  return random.chance(0.85)
    ? `${random.pick(["192.0.2", "198.51.100", "203.0.113"])}.${random.between(1, 254)}`
    : `2001:db8::${random.int(65536).toString(16)}`;
}

/** A locally administered address, which no maker gives out. */
export function macAddress(random: Random): string {
  const pairs = ["02", ...Array.from({ length: 5 }, () => random.int(256).toString(16).padStart(2, "0"))];
  const text = pairs.join(random.pick([":", "-"]));
  return random.chance(0.5) ? text.toUpperCase() : text;
}

const ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
export const randomToken = (random: Random, length: number): string =>
  Array.from({ length }, () => ALPHABET.charAt(random.int(ALPHABET.length))).join("");
