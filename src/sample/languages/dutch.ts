import type { ForeignWords } from "./foreign-words.ts";

export const DUTCH: ForeignWords = {
  greeting: "{hallo|hoi|goedemiddag|goedemorgen|dag|hey}",
  suffix: "{kunt u mij helpen?|alvast bedankt|wat moet ik doen?|graag hulp|bvd}",
  thanks: "{bedankt|dank je wel|top, bedankt|het werkt, dank u|fijn, dankjewel}",
  anger: "{dit kan echt niet|ik ben zwaar teleurgesteld|belachelijk|zo gaat dat niet}",
  openings: {
    "track-order": [
      "waar {is|blijft} {mijn bestelling|mijn pakket}{ <order>|}?",
      "wanneer {komt|wordt} {mijn <product>|mijn bestelling} {aan|bezorgd}?",
      "ik heb nog geen {track en trace|verzendbevestiging} {gekregen|ontvangen}",
    ],
    "delivery-delayed": [
      "mijn bestelling {is te laat|had vorige week al moeten komen|is weer uitgesteld}",
      "ik wacht al {twee weken|tien dagen} op {mijn pakket|de <product>}",
    ],
    "damaged-item": [
      "{de|mijn} <product> is {kapot|beschadigd} aangekomen",
      "de doos was {gedeukt|nat} en {de lamp is gebroken|de inhoud is stuk}",
    ],
    "refund-not-received": [
      "ik heb {mijn geld|de terugbetaling} nog {steeds|} niet {terug|ontvangen}",
      "waar blijft {mijn geld|de terugbetaling}{ voor <order>|}?",
      "{de retour|het pakket} is al {twee weken|tien dagen} bij jullie, {nog geen geld|waar blijft het geld}? IBAN <iban>",
    ],
    "return-label": [
      "hoe kan ik {iets|de <product>} {terugsturen|retourneren}?",
      "ik heb geen {retourlabel|retouretiket}{ voor <order>|}",
    ],
    "promo-code": [
      "de {kortingscode|code <promo>} {werkt niet|wordt niet geaccepteerd}",
      "waar vul ik de kortingscode in?",
    ],
    "invoice-copy": [
      "ik heb {een factuur|de factuur} nodig {voor <order>|van mijn bestelling}",
      "kunt u de factuur {opnieuw sturen|naar <email> sturen}?",
    ],
    "cancel-subscription": [
      "ik wil {mijn abonnement|Lumora Plus} {opzeggen|stopzetten}",
      "hoe {zeg ik|kan ik} mijn abonnement {op|opzeggen}?",
    ],
    "reset-password": [
      "ik kan niet {inloggen|meer in mijn account}",
      "{wachtwoord vergeten|mijn wachtwoord werkt niet} en {de mail komt niet|de link doet het niet}",
    ],
    "app-crash": [
      "de app {crasht|sluit meteen af|start niet meer op}{ sinds de update| bij het inloggen|}",
      "sinds {de update|versie <version>} {crasht de app|doet de app het niet meer}",
    ],
    "pairing-fails": [
      "{de|mijn} <product> {koppelt niet|wordt niet gevonden|maakt geen verbinding}",
      "het koppelen {mislukt|stopt bij 80%} {elke keer|}",
      "hoe {koppel|verbind} ik {de <product>|de lamp} met {mijn telefoon|de app}?",
    ],
  },
  askOrder: "Wat is uw bestelnummer of e-mailadres?",
  giveOrder: "{<order>|het is <order>|<email>|mijn naam is <name>, <email>}",
  botAnswer:
    "{Dank u, ik heb uw zaak gevonden. U krijgt een e-mail met alle gegevens.|Dat kan in uw account onder Bestellingen.}",
  handover: "Ik verbind u door met een collega.",
  agentGreeting: "Goedendag <first>, u spreekt met <agent>. Ik kijk het even na.",
  agentFix:
    "{Het is geregeld; u krijgt een bevestiging per e-mail.|Dat is nu in orde. Excuses voor het ongemak.}",
  escalate: "Ik geef dit door aan onze technische dienst (<ticket>).",
  closing: "{Graag gedaan, fijne dag nog!|Kan ik verder nog iets voor u doen?}",
  letterClosing: "{Met vriendelijke groet|Groeten|Met vriendelijke groeten}",
};
