// Words that chats are full of, by language: they tell the language of a text that is too short for letter statistics
// ("vielen Dank", "no thank you"). Only words that are common in one of these languages and rare in the others are listed.

const WORDS: Readonly<Record<string, string>> = {
  en: "hello hi hey thanks thank you please yes yeah yep the my what where when why how is are was have has help order refund want need can could would not don't doesn't didn't can't it's i'm i've with this that and your still never great cheers thx pls bye good morning perfect awesome agreed works card no it now to for be we got get",
  de: "hallo danke bitte ja nein nicht ich ist und das der wo wann warum wie mein meine meinen bestellung rechnung rückerstattung guten morgen tag abend vielen dank geld konto hilfe tschüss genau stimmt richtig schon noch kein keine geht möchte brauche kann habe hab wurde grüße moin gerne klar alles toll",
  fr: "bonjour bonsoir salut merci beaucoup oui non s'il vous plaît svp je ne pas suis est c'est où quand pourquoi comment mon ma mes votre commande facture remboursement remboursé argent compte aide au revoir d'accord très bien toujours rien reçu voudrais besoin peux avez ça marche parfait livraison colis",
  es: "hola gracias muchas por favor sí buenos buenas días tardes noches dónde está cuándo por qué cómo mi pedido factura reembolso dinero cuenta ayuda adiós vale quiero necesito puedo tengo todavía nada gracias perfecto claro muy bien no funciona envío paquete",
  it: "ciao grazie mille per favore sì buongiorno buonasera dov'è quando perché come mio mia ordine fattura rimborso soldi conto aiuto no arrivederci va bene vorrei ho bisogno posso ancora niente perfetto certo molto prego non funziona spedizione pacco salve",
  pt: "olá oi obrigado obrigada por favor sim não bom dia boa tarde noite onde está quando porquê como meu minha pedido fatura reembolso dinheiro conta ajuda tchau tudo bem quero preciso posso tenho ainda nada perfeito claro muito valeu encomenda funciona você",
  nl: "hallo hoi bedankt dank je wel alstublieft alsjeblieft ja nee niet ik is het een waar wanneer waarom hoe mijn bestelling factuur terugbetaling geld rekening hulp tot ziens goedemorgen goedemiddag goedendag graag wil nodig kan heb nog steeds niets prima pakket werkt goed",
  pl: "cześć dzień dobry dziękuję dzięki proszę tak nie gdzie jest kiedy dlaczego jak moje mój moja zamówienie faktura zwrot pieniądze konto pomoc pomocy do widzenia chcę potrzebuję mogę mam jeszcze nic dobrze świetnie paczka działa",
  sv: "hej tack så mycket snälla ja nej inte jag är och var när varför hur min mitt mina beställning faktura återbetalning pengar konto hjälp hejdå god morgon vill behöver kan har fortfarande ingenting bra toppen paketet fungerar",
  da: "hej tak mange venligst ja nej ikke jeg er og hvor hvornår hvorfor hvordan min mit mine bestilling ordre faktura refusion penge hjælp farvel godmorgen vil brug kan har stadig intet fint pakke virker",
  no: "hei takk tusen vennligst ja nei ikke jeg er og hvor når hvorfor hvordan min mitt mine bestilling faktura refusjon penger hjelp ha det god morgen vil trenger kan har fortsatt ingenting bra pakken fungerer",
  fi: "hei moi kiitos paljon ole hyvä kyllä joo ei en missä milloin miksi miten minun tilaus tilaukseni lasku hyvitys rahat tili apua näkemiin huomenta haluan tarvitsen voin on vielä mitään hienoa paketti toimi",
  cs: "ahoj dobrý den děkuji díky prosím ano ne kde je kdy proč jak moje můj objednávka objednávku faktura vrácení peníze účet pomoc nashledanou chci potřebuji mohu mám ještě nic dobře balík nefunguje",
  hu: "szia helló köszönöm köszi kérem igen nem hol van mikor miért hogyan az én rendelésem rendelés számla visszatérítés pénz pénzem számlám segítség viszlát jó reggelt napot szeretnék kell tudok még semmi csomag működik",
  ro: "bună salut mulțumesc mersi vă rog da nu unde este când cum meu mea comanda factura rambursare banii cont ajutor la revedere ziua vreau am nevoie pot încă nimic bine pachetul funcționează",
  tr: "merhaba selam teşekkürler teşekkür ederim lütfen evet hayır nerede ne zaman neden nasıl benim siparişim sipariş fatura iade para hesap yardım hoşçakal günaydın istiyorum lazım hala hiçbir tamam kargo çalışmıyor iyi günler",
  ru: "привет здравствуйте спасибо большое пожалуйста да нет не где мой моя мои когда почему как заказ счёт возврат деньги помощь помогите свидания хочу нужно могу есть ещё ничего хорошо посылка работает добрый день это что",
  uk: "привіт вітаю дякую будь ласка так ні не де мій моє моя мої коли чому як замовлення рахунок повернення гроші допомога допоможіть побачення хочу потрібно можу є ще нічого добре посилка працює добрий день це що",
  bg: "здравейте здрасти благодаря моля да не къде е моята поръчка кога защо как сметка възстановяване пари помощ довиждане искам трябва мога имам още нищо добре пратка работи добър ден това какво",
  el: "γεια καλημέρα ευχαριστώ παρακαλώ ναι όχι πού είναι παραγγελία",
  ar: "مرحبا السلام عليكم شكرا شكراً نعم لا من فضلك أين طلبي متى لماذا كيف حسابي مساعدة أريد لم هذا في على إلى",
  hi: "नमस्ते धन्यवाद हाँ नहीं कृपया मेरा मेरी मेरे कहाँ कब क्यों कैसे है हैं ऑर्डर पैसे मदद चाहिए मुझे",
  id: "halo terima kasih tolong ya tidak di mana kapan mengapa bagaimana pesanan saya faktur pengembalian uang akun bantuan selamat pagi siang mau butuh bisa belum apa baik paket",
  vi: "xin chào cảm ơn làm vâng không ở đâu khi nào tại sao đơn hàng của tôi hóa tiền tài khoản giúp tạm biệt muốn cần chưa được gì tốt",
};

/** The language of each word; a word listed by several says nothing. */
const LANGUAGE_OF = new Map<string, string>();
const SHARED = "";
for (const [language, words] of Object.entries(WORDS)) {
  for (const word of new Set(words.split(" "))) {
    LANGUAGE_OF.set(word, LANGUAGE_OF.has(word) ? SHARED : language);
  }
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** Words that are looked up: the beginning of a text tells. */
const MOST_WORDS = 12;
const LEAST_SHARE = 0.4;

/** The language whose common words make up much of the text and more of it than any other's, or undefined. */
export function languageOfWords(
  text: string,
): { readonly language: string; readonly share: number } | undefined {
  const words = (text.toLowerCase().match(WORD) ?? []).slice(0, MOST_WORDS);
  const counts = new Map<string, number>();
  let telling = 0;
  for (const word of words) {
    const language = LANGUAGE_OF.get(word.replaceAll("’", "'"));
    if (language === SHARED) continue;
    telling += 1;
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (best === undefined || best[1] === second?.[1]) return undefined;
  const share = best[1] / Math.max(1, telling);
  return share >= LEAST_SHARE ? { language: best[0], share } : undefined;
}
