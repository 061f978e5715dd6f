import type { ForeignWords } from "./foreign-words.ts";

export const GERMAN: ForeignWords = {
  greeting: "{hallo|guten Tag|moin|hi|Servus|guten Morgen|hallo zusammen}",
  suffix:
    "{können Sie mir helfen?|bitte um Hilfe|danke im Voraus|was kann ich tun?|vielen Dank|bitte um schnelle Antwort}",
  thanks: "{danke|vielen Dank|super, danke|hat geklappt, danke|perfekt|alles klar, danke schön}",
  anger: "{das ist eine Frechheit|so geht das nicht|ich bin wirklich enttäuscht|langsam reicht es mir}",
  openings: {
    "track-order": [
      "wo {ist|bleibt} {meine Bestellung|mein Paket}{ <order>|}?",
      "wann {kommt|wird} {mein <product>|die Bestellung <order>} {an|geliefert}?",
      "{gibt es|haben Sie} eine Sendungsnummer für {meine Bestellung|<order>}?",
      "ich wollte fragen, {ob meine Bestellung schon verschickt wurde|wie der Stand meiner Bestellung ist}",
    ],
    "delivery-delayed": [
      "meine Lieferung {ist überfällig|hat Verspätung|sollte schon letzte Woche da sein}",
      "ich warte {seit zwei Wochen|seit fünf Tagen|schon ewig} auf {mein Paket|meinen <product>}",
      "der Liefertermin wurde {schon wieder|zum dritten Mal} verschoben",
    ],
    "damaged-item": [
      "{der|mein} <product> ist {kaputt|beschädigt} angekommen",
      "das Paket war {eingedrückt|nass} und {die Lampe ist zerbrochen|der Inhalt ist kaputt}",
      "{das Glas hat einen Sprung|die Lampe hat Kratzer}, {ich möchte Ersatz|was nun}?",
    ],
    "refund-not-received": [
      "ich habe {mein Geld|die Erstattung} {immer noch nicht|noch nicht} {bekommen|erhalten}",
      "wo bleibt {meine Rückerstattung|mein Geld} {für <order>|für den <product>|}?",
      "Retoure ist {seit zwei Wochen|seit zehn Tagen} bei Ihnen, {aber kein Geld|Erstattung fehlt}, IBAN {ist|lautet} <iban>",
      "{die Gutschrift|das Geld} ist {nicht auf meinem Konto|noch nicht da}",
    ],
    "return-label": [
      "ich möchte {den <product>|einen Artikel} zurückschicken, {wo bekomme ich das Etikett|wie geht das}?",
      "mir fehlt {das Rücksendeetikett|der Retourenschein}{ für <order>|}",
      "bitte {schicken Sie mir|senden Sie mir} ein Retourenlabel",
    ],
    "promo-code": [
      "der {Gutscheincode|Code <promo>} {funktioniert nicht|wird nicht angenommen|ist angeblich ungültig}",
      "wo {gebe ich|kann ich} den Rabattcode {ein|einlösen}?",
    ],
    "invoice-copy": [
      "ich brauche {eine Rechnung|die Rechnung als PDF} {für <order>|für meine Bestellung|fürs Finanzamt}",
      "können Sie mir die Rechnung {noch einmal|erneut} {schicken|an <email> senden}?",
      "auf der Rechnung {steht die falsche Adresse|fehlt die Firma}",
    ],
    "cancel-subscription": [
      "ich möchte {mein Abo|Lumora Plus|meine Mitgliedschaft} {kündigen|beenden}",
      "wie {kündige ich|kann man} das Abo{ kündigen|}?",
      "hiermit kündige ich {mein Abonnement|mein Abo} {zum nächstmöglichen Termin|fristgerecht}",
    ],
    "reset-password": [
      "ich {kann mich nicht anmelden|komme nicht mehr in mein Konto|habe mein Passwort vergessen}",
      "{die Mail|der Link} zum Zurücksetzen des Passworts {kommt nicht an|geht nicht}",
      "Anmeldung {geht nicht|schlägt fehl}, {Passwort stimmt aber|immer falsches Passwort}",
    ],
    "app-crash": [
      "die App {stürzt ab|schließt sich sofort|startet nicht mehr}{ seit dem Update|, wenn ich mich anmelde|}",
      "seit {dem Update|Version <version>} {stürzt die App ständig ab|geht die App nicht mehr auf}",
    ],
    "pairing-fails": [
      "{der|mein} <product> {lässt sich nicht koppeln|wird nicht gefunden|verbindet sich nicht mit der App}",
      "die Kopplung {bricht ab|schlägt fehl|bleibt bei 80% hängen}",
      "wie {koppele|verbinde} ich {meinen <product>|die Lampe} mit {dem Handy|der App}?",
    ],
  },
  askOrder: "Wie lautet Ihre Bestellnummer oder E-Mail-Adresse?",
  giveOrder: "{<order>|die Nummer ist <order>|<email>|mein Name ist <name>, <email>}",
  botAnswer:
    "{Danke, ich habe Ihren Vorgang gefunden. Sie erhalten gleich eine E-Mail mit allen Angaben.|Das können Sie in Ihrem Konto unter Bestellungen selbst erledigen.}",
  handover: "Ich verbinde Sie mit einer Kollegin oder einem Kollegen.",
  agentGreeting: "Guten Tag <first>, hier ist <agent>. Ich sehe mir das an.",
  agentFix:
    "{Ich habe das für Sie erledigt, eine Bestätigung kommt per E-Mail.|Das ist jetzt in Ordnung gebracht. Entschuldigen Sie bitte die Umstände.}",
  escalate: "Ich gebe das an unsere Fachabteilung weiter (<ticket>).",
  closing: "{Gern geschehen, einen schönen Tag noch!|Kann ich sonst noch etwas für Sie tun?}",
  letterClosing: "{Mit freundlichen Grüßen|Viele Grüße|Freundliche Grüße}",
};
