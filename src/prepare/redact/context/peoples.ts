// Nationalities, creeds and peoples, written with a capital.
import { allMatches } from "../all-matches.ts";
import type { Candidate } from "../recogniser.ts";

const NAMES = new Set(
  `Afghan African Africans Albanian Algerian American Americans Andorran Angolan Arab Argentine Argentinian
  Armenian Asian Asians Atheist Australian Australians Austrian Azerbaijani Bahamian Bahraini Bangladeshi
  Baptist Barbadian Basque Belarusian Belgian Belizean Bengali Beninese Berliner Bhutanese Bolivian Bosnian
  Brazilian Brazilians British Britons Bruneian Buddhist Bulgarian Burmese Burundian Californian Cambodian
  Cameroonian Canadian Canadians Catalan Catholic Chadian Chilean Chinese Christian Christians Colombian
  Congolese Croatian Cuban Cypriot Czech Danes Danish Democrat Dominican Dutch Dutchman Ecuadorian Egyptian
  Emirati English Eritrean Estonian Ethiopian European Europeans Evangelical Fijian Filipino Finnish Finns
  French Frenchman Gabonese Gambian Georgian German Germans Ghanaian Greek Greeks Grenadian Guatemalan
  Guinean Guyanese Haitian Hindu Hispanic Honduran Hungarian Icelandic Indian Indians Indonesian Iranian
  Iraqi Irish Israeli Italian Italians Ivorian Jamaican Japanese Jewish Jews Jordanian Kazakh Kenyan Korean
  Kurdish Kuwaiti Kyrgyz Laotian Latina Latino Latvian Lebanese Liberian Libyan Lithuanian Londoner
  Lutheran Luxembourgish Macedonian Malagasy Malawian Malaysian Maldivian Malian Maltese Maori Mauritanian
  Mauritian Methodist Mexican Mexicans Moldovan Mongolian Montenegrin Mormon Moroccan Mozambican Muslim
  Muslims Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Norwegian Norwegians Omani Orthodox
  Pakistani Palestinian Panamanian Paraguayan Parisian Persian Peruvian Poles Polish Portuguese Protestant
  Punjabi Qatari Republican Romani Romanian Romanians Russian Russians Rwandan Salvadoran Samoan Saudi
  Scots Scottish Senegalese Serbian Shia Sikh Singaporean Slovak Slovenian Somali Spaniards Spanish
  Sudanese Sunni Surinamese Swedes Swedish Swiss Syrian Taiwanese Tajik Tamil Tanzanian Texan Thai Togolese
  Tongan Trinidadian Tunisian Turkish Turkmen Turks Ugandan Ukrainian Ukrainians Uruguayan Uzbek Venezuelan
  Vietnamese Welsh Yemeni Zambian Zimbabwean`.split(/\s+/),
);
const WORD = /(?<![\p{L}\p{N}_-])(?:(?:South|North|New) )?\p{Lu}\p{L}{2,}(?![\p{L}\p{N}_])/gu;
/** "In English", "speaks Polish": a language. */
const LANGUAGE_LEAD =
  /\b(?:in|into|to|from|speaks?|spoken|speaking|learn|learning|translated?|read|write) $/i;
const LANGUAGE_TAIL = /^[ -](?:language|speaking|speaker|lessons?|class|version|subtitles)\b/i;

/** Peoples of the list; a language of the same name is left where the words around say that it is one. */
export function findPeoples(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of allMatches(text, WORD)) {
    const word = match[0].replace(/^(?:South|North|New) /, "");
    const end = match.index + match[0].length;
    if (!NAMES.has(word) && !(word.endsWith("s") && NAMES.has(word.slice(0, -1)))) continue;
    if (LANGUAGE_TAIL.test(text.slice(end, end + 12))) continue;
    if (LANGUAGE_LEAD.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    found.push({ start: match.index, end, type: "GROUP", score: 0.7 });
  }
  return found;
}
