// Words that say nothing about a topic on their own. `isLight` words fall out of phrases ("reset my password" is
// "reset password"); `isStop` words may stand inside a phrase but neither open nor close it ("refund not received").
import { wordList } from "./word-list.ts";

const LIGHT = new Set([
  ...wordList(`a an the this that these those my your his her its our their i you he she it we they me him us them mine
    yours myself yourself am is are was were be been being do does did doing have has had having will would shall
    should can could may might must im ive id ill youre youve its thats theres whats hows wheres whos dont doesnt
    didnt isnt arent wasnt please pls plz just really very so also some any there here then than as if and or but
    actually basically kindly sir madam maam ok okay well um uh hmm yes yeah no hello hi hey hiya dear thanks thank thx
    cheers sorry good morning afternoon evening lol oh`),
  ...wordList(`der die das ein eine einen einem mein meine meinen ich du er sie es wir ihr und oder ist sind war habe hat
    haben bitte danke hallo le la les un une des mon ma mes je tu il elle nous vous et ou est suis ai a ont bonjour merci
    el los las un una unos mi mis yo tu ella nosotros y o es soy son esta estoy he ha han hola gracias por favor il lo gli
    uno mio mia sono sei ho hai ciao grazie per favore os as um uma meu minha eu voce nao e sao estou tenho ola
    obrigado obrigada de het een mijn ik jij hij wij zij en of ben heb heeft hallo dank alstublieft`),
]);

const STOP = new Set([
  ...wordList(`of in on at to for from by with about into over after before between through during against under again once
    out up down off back not cant cannot wont never when where why how what which who whom whose want wants wanted need
    needs needed get gets getting got gotten know tell let lets help like make makes made go goes going gone come comes
    see look looking looks say said says think thinking try trying tried give gives given take takes use using used
    something anything everything nothing thing things someone anyone way one ones more most much many few lot lots
    other another else same too still already yet ever always now today all both each every only own while because since
    until unless though although however possible able wondering wonder assist assistance question questions issue
    understand person ago times hour hours day days week weeks month months minutes years two three four
    five six seven eight nine ten yesterday today tomorrow earlier later half whole url around near whatever whenever wherever through per via etc mean means sure seems seem right able new`),
  ...wordList(`zu von mit auf fur in im am an bei nach aus nicht wie was wo wann warum kann will mochte brauche du de des en
    dans sur pour avec pas ne comment que qui quoi peux veux voudrais besoin en para con no como que donde cuando quiero
    puedo necesito di da del con per non come che dove quando vorrei posso em para com como que onde quando quero preciso
    van voor met op niet hoe wat waar wanneer wil kan nodig`),
]);

/** A word that may close a phrase behind its verb: "top up", "log out". */
const PARTICLES = new Set(["up", "out", "off", "down", "back"]);

export function isLightWord(word: string): boolean {
  return word.length === 0 || LIGHT.has(word);
}

/** Neither opens nor closes a phrase: stop words, single letters, bare numbers. */
export function isStopWord(word: string): boolean {
  return LIGHT.has(word) || STOP.has(word) || /^\p{L}$/u.test(word) || !/\p{L}/u.test(word);
}

/** Words that leave a phrase hanging: "atm gave", "app keeps". */
const HANGING = new Set(
  wordList(`gave took came went told kept keep keeps put puts saw found asked sent show shows showing says became begins started
    seemed feel feels felt left let lets allow allows`),
);

const UNFINISHED = new Set(
  wordList("old new next last latest first big large small great current previous different"),
);

/** Words between which no phrase reaches: "check how soon". */
const ASKING = new Set(wordList("how what where when why which who whether if"));

export function isAsking(word: string): boolean {
  return ASKING.has(word);
}

/** A verb that neither opens nor closes a phrase of its own. */
export function isHanging(word: string): boolean {
  return HANGING.has(word);
}

/** A word that opens a phrase but does not close one: its noun is missing. */
export function isUnfinished(word: string): boolean {
  return UNFINISHED.has(word);
}

export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}
