// How well names are found by the culture and gender that they belong to: the same sentences, none of which announces a name,
// with only the names swapped. Names and sentences were written for this bench; the tagger's lists come from elsewhere.
import type { Redactor } from "../../src/prepare/redact/redactor.ts";
import type { BenchRow } from "../bench.ts";

const SENTENCES = [
  "apparently {who} already picked up the package",
  "I was told that {who} closed my ticket without asking",
  "The refund went to {who} although the card is mine.",
  "so {who} and I share this subscription",
  "yesterday {who} said somebody would look into it",
  "can {who} be added as a second driver",
  "Nobody but {who} knows the gate code.",
  "according to {who} there is no fee",
];

type Names = { readonly women: string; readonly men: string };
const CULTURES: Readonly<Record<string, Names>> = {
  English: {
    women: "Emily Carter, Charlotte Hughes, Heather Boyd, Megan Ellis",
    men: "James Whitaker, Oliver Bennett, Simon Clarke, Gareth Moss",
  },
  "African American": {
    women: "Lakisha Washington, Ebony Jefferson, Latoya Banks, Shanice Booker",
    men: "Jamal Robinson, Darnell Jackson, Tyrone Gaines, DeShawn Mosley",
  },
  Arabic: {
    women: "Fatima Haddad, Layla Mansour, Rania Khoury, Salma Darwish",
    men: "Omar Farouk, Hassan Nasser, Tariq Saleh, Youssef Hamdan",
  },
  Chinese: {
    women: "Xiuying Zhang, Meiling Chen, Lihua Wang, Yan Liu",
    men: "Wei Zhao, Junjie Huang, Haoran Li, Zhiqiang Xu",
  },
  Japanese: {
    women: "Sakura Tanaka, Yuko Nakamura, Haruka Mori, Aiko Fujita",
    men: "Kenji Watanabe, Hiroshi Sato, Takumi Ueda, Daisuke Kato",
  },
  Indian: {
    women: "Priya Sharma, Lakshmi Iyer, Sunita Reddy, Kavya Menon",
    men: "Arjun Mehta, Vikram Rao, Rajesh Kulkarni, Sanjay Bhatt",
  },
  "Latin American": {
    women: "Guadalupe Hernández, Ximena Ortega, María Quispe, Camila Rojas",
    men: "Diego Morales, Carlos Fuentes, Joaquín Paredes, Luis Ibarra",
  },
  "West African": {
    women: "Chioma Okafor, Ngozi Eze, Adaeze Nwosu, Abena Mensah",
    men: "Emeka Obi, Kwame Asante, Kofi Boateng, Babatunde Adeyemi",
  },
  Slavic: {
    women: "Svetlana Morozova, Agnieszka Kowalska, Olga Petrenko, Milena Horvat",
    men: "Dmitri Sokolov, Wojciech Nowak, Bogdan Kovalenko, Goran Petrović",
  },
  Turkish: {
    women: "Ayşe Yılmaz, Elif Kaya, Zeynep Demir, Emine Şahin",
    men: "Mehmet Öztürk, Mustafa Çelik, Emre Aydın, Hakan Arslan",
  },
  German: {
    women: "Annegret Müller, Katrin Schäfer, Heike Vogel, Ute Lehmann",
    men: "Jürgen Weber, Matthias Krause, Holger Brandt, Uwe Zimmermann",
  },
  Vietnamese: {
    women: "Linh Nguyen, Thuy Tran, Huong Pham, Ngoc Bui",
    men: "Tuan Le, Minh Hoang, Duc Vo, Quang Dang",
  },
};

/** Share of names of which at least half is redacted, by culture and by gender, as written and in lower case. */
export function nameRecall(redactor: Redactor): BenchRow[] {
  const rows: BenchRow[] = [];
  for (const [form, change] of [
    ["with capitals", (text: string) => text],
    ["in lower case", (text: string) => text.toLowerCase()],
  ] as const) {
    const shares: number[] = [];
    for (const [culture, { women, men }] of Object.entries(CULTURES)) {
      const share = recallOf(redactor, [...women.split(", "), ...men.split(", ")], change);
      shares.push(share);
      rows.push({ what: `names ${form}, ${culture}: recall`, value: round(share), unit: "" });
    }
    rows.push({
      what: `names ${form}: best less worst culture`,
      value: round(Math.max(...shares) - Math.min(...shares)),
      unit: "",
    });
    const gendered = (["women", "men"] as const).map((gender) => {
      const names = Object.values(CULTURES).flatMap((culture) => culture[gender].split(", "));
      return recallOf(redactor, names, change);
    });
    rows.push({ what: `names ${form}: women's recall`, value: round(gendered[0] ?? 0), unit: "" });
    rows.push({ what: `names ${form}: men's recall`, value: round(gendered[1] ?? 0), unit: "" });
  }
  return rows;
}

function recallOf(redactor: Redactor, names: readonly string[], change: (text: string) => string): number {
  let hits = 0;
  for (const name of names) {
    for (const sentence of SENTENCES) {
      const start = sentence.indexOf("{who}");
      const { spans } = redactor.redactText(change(sentence.replace("{who}", name)));
      const covered = spans.reduce(
        (sum, span) =>
          sum + Math.max(0, Math.min(span.end, start + name.length) - Math.max(span.start, start)),
        0,
      );
      if (covered * 2 >= name.length) hits += 1;
    }
  }
  return hits / (names.length * SENTENCES.length);
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
