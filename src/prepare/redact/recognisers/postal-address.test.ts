import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { postalAddress } from "./postal-address.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("postal addresses", () => {
  it.each([
    "ship to «123 Main Street, Springfield, IL 62704» please",
    "I am at «45B Baker St».",
    "«1600 Pennsylvania Ave NW, Washington, DC 20500»",
    "at «22 north elm street» i think",
    "«350 Fifth Avenue Apt 4B»",
    "«P.O. Box 1234»",
    "at «624 Avalon Avenue». The cost is",
    "a star called «45 Park Lane»",
    "en «C/ Mayor 15»",
    "Lieferung an «Hauptstraße 12a, 10115 Berlin»",
    "«Lange Str. 5» ist falsch",
    "«Am Alten Markt 7, 50667 Köln»",
    "«Am Mühlbach 10, 24103 Kiel»",
    "ich wohne «Am Mühlbach 10».",
    "geliefert: «Zur Alten Post 3a»",
    "au «12 bis rue de la République, 75011 Paris»",
    "vivo en «la Calle Mayor 15, 28013 Madrid»",
    "«Via Roma 12», grazie",
    "«Keizersgracht 123, 1015 CJ Amsterdam»",
    "«Storgatan 12» gäller",
    "«ul. Długa 5»",
    "my address is «7 Sea View, Brighton»",
    "postcode «cb1 2ab» ok",
    "it is «SW1A 1AA»",
    "zip code «90210»",
    "post code «114 55», please",
    "my pin code is «560034»",
    "moving to «Austin, TX 78701»",
    "Meine PLZ ist «10115»",
  ])("finds %s", (text) => {
    expect(markFound(postalAddress, unmarked(text))).toBe(text);
  });

  it.each([
    "it took 5 days on the road",
    "a 15 minute drive",
    "I waited 30 minutes in court",
    "2 nights at the grand hotel",
    "order 12345 is late",
    "I paid $250 last March",
    "my email address is wrong, order 55",
    "my address is wrong",
    "10115 items",
    "3 Star Hotel",
    "the street is closed",
    "model SW1 series",
    "I have 2 way radio",
    "via email 24 hours",
    "en route 66",
    "Am Montag 10 Uhr",
    "wir kommen Am Freitag 3.",
    "Im Warenkorb 3 Lampen",
    "es war Im September 12.",
  ])("leaves %s", (text) => {
    expect(markFound(postalAddress, text)).toBe(text);
  });

  it("takes a postcode alone as the answer to a question for it", () => {
    expect(markFound(postalAddress, "90210", { previous: "What's your zip code?" })).toBe("«90210»");
    expect(markFound(postalAddress, "90210", { previous: "What's your order number?" })).toBe("90210");
  });
});
