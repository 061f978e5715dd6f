import type { ForeignWords } from "./foreign-words.ts";

export const FRENCH: ForeignWords = {
  greeting: "{bonjour|bonsoir|salut|bonjour à tous|bonjour l'équipe}",
  suffix: "{pouvez-vous m'aider ?|merci d'avance|que dois-je faire ?|merci de votre aide|c'est urgent}",
  thanks: "{merci|merci beaucoup|parfait, merci|super, ça marche|très bien, merci}",
  anger: "{c'est inadmissible|je suis vraiment déçu|ça commence à bien faire|c'est n'importe quoi}",
  openings: {
    "track-order": [
      "où est {ma commande|mon colis}{ <order>|} ?",
      "quand {vais-je recevoir|arrive} {mon <product>|ma commande} ?",
      "je n'ai pas {reçu le numéro de suivi|de nouvelles de ma commande}",
      "{pouvez-vous me dire|je voudrais savoir} où en est {ma commande|la livraison}",
    ],
    "delivery-delayed": [
      "ma livraison {est en retard|devait arriver la semaine dernière|a encore été repoussée}",
      "j'attends {mon colis|mon <product>} depuis {deux semaines|dix jours|cinq jours}",
      "le livreur {n'est jamais passé|dit que j'étais absent}, {colis toujours pas là|quand repasse-t-il} ?",
    ],
    "damaged-item": [
      "{mon|le} <product> est arrivé {cassé|abîmé|en morceaux}",
      "le carton était {écrasé|ouvert} et {la lampe est cassée|l'article est endommagé}",
    ],
    "refund-not-received": [
      "je n'ai {toujours|} pas {reçu mon remboursement|été remboursé}{ pour <order>|}",
      "où en est {mon remboursement|le remboursement de mon <product>} ?",
      "j'ai renvoyé l'article il y a {deux semaines|dix jours} et {rien sur mon compte|toujours pas d'argent}, IBAN <iban>",
    ],
    "return-label": [
      "comment {retourner|renvoyer} {un article|mon <product>} ?",
      "je n'ai pas {d'étiquette de retour|le bon de retour}{ pour <order>|}",
      "pouvez-vous m'envoyer une étiquette retour ?",
    ],
    "promo-code": [
      "{le|mon} code {promo|<promo>} {ne marche pas|n'est pas accepté|est refusé}",
      "où {entrer|mettre} le code promo ?",
    ],
    "invoice-copy": [
      "j'ai besoin {d'une facture|de la facture} {pour <order>|de ma commande|avec la TVA}",
      "pouvez-vous {renvoyer|m'envoyer} la facture {à <email>|en PDF} ?",
    ],
    "cancel-subscription": [
      "je {veux|voudrais|souhaite} {résilier|annuler|arrêter} {mon abonnement|Lumora Plus}",
      "comment {résilier|annuler} {l'abonnement|mon abonnement} ?",
    ],
    "reset-password": [
      "je {n'arrive pas à me connecter|ne peux plus me connecter|ai oublié mon mot de passe}",
      "{le lien|le mail} pour réinitialiser le mot de passe {n'arrive pas|ne marche pas}",
    ],
    "app-crash": [
      "l'application {plante|se ferme toute seule|ne s'ouvre plus}{ depuis la mise à jour|}",
      "depuis {la mise à jour|la version <version>} l'appli {plante à la connexion|se ferme tout de suite}",
    ],
    "pairing-fails": [
      "{mon|le} <product> {ne se connecte pas|n'est pas détecté|refuse de s'appairer}",
      "{l'appairage|la connexion} {échoue|bloque à 80 %} à chaque fois",
      "comment {appairer|connecter} {mon <product>|la lampe} ?",
    ],
  },
  askOrder: "Quel est votre numéro de commande ou votre adresse e-mail ?",
  giveOrder: "{<order>|c'est le <order>|<email>|je m'appelle <name>, <email>}",
  botAnswer:
    "{Merci, j'ai trouvé votre dossier. Vous allez recevoir un e-mail avec tous les détails.|Vous pouvez le faire dans votre compte, rubrique Commandes.}",
  handover: "Je vous mets en relation avec un conseiller.",
  agentGreeting: "Bonjour <first>, je suis <agent>. Je regarde cela tout de suite.",
  agentFix:
    "{C'est fait, une confirmation vous arrive par e-mail.|C'est réglé maintenant. Toutes nos excuses pour ce désagrément.}",
  escalate: "Je transmets votre demande au service technique (<ticket>).",
  closing: "{Avec plaisir, bonne journée !|Puis-je vous aider pour autre chose ?}",
  letterClosing: "{Cordialement|Bien cordialement|Merci et bonne journée}",
};
