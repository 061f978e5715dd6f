import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { personName } from "./person-name.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("names that the words around them announce", () => {
  it.each([
    "My name is «John Smith» and I need help",
    "my name is «john smith» and i need help",
    "MY NAME IS «JOHN SMITH» AND I NEED HELP",
    "my name's «Ann», hi",
    "name: «María José García López»",
    "Hi «Sarah», I have a question",
    "Hello «Mark»! How are you",
    "Dear Mr. «O'Brien»,",
    "this is «Bob» speaking",
    "This is «Dave» from billing.",
    "I'm «Priya», your agent",
    "I am «Jean-Luc Picard».",
    "Best regards,\n«Łukasz Nowak»",
    "it is late.\nThanks,\n«Ann Lee»",
    "ok bye\n- «Tom»",
    "Thank you, «Dimitri»!",
    "I spoke with «Angela Davis» yesterday",
    "my wife «Leticia» ordered it",
    "Prof. «Müller» and Dr «Chen»",
    "you can call me «Bob»",
    "name on the account is «Ray Charles»",
    "«Rajesh» here, still waiting",
    "hi, it's «Joe» again",
    "Okay, «Joe». Anything else?",
    "mein Name ist «Jürgen von der Heide».",
    "ich heiße «Anna»",
    "Sehr geehrte Frau «Schmidt»,",
    "je m'appelle «Élodie Dupont»",
    "me llamo «José» y necesito ayuda",
    "mi chiamo «Giulia Rossi»",
    "meu nome é «João da Silva»",
    "ik heet «Daan de Vries»",
    "меня зовут «Иван Петров»",
    "我叫«王小明»",
    "मेरा नाम «राहुल» है",
    "my name is «Mark» and I will wait",
    "my name is «mark»",
    "signed, «J. R. Hartley»",
    "It broke.\n\nThank you and best wishes\n«Leyla Okafor»",
    "Good, thanks.\n\nBest,\n«Ahmed Farouk»",
    "Merci et bonne journée\n«Andriy Nguyen»",
    "Quero cancelar.\n\nObrigado\n«Caio Barbosa»",
    "Vielen Dank.\n\nViele Grüße\n«Wei Huang»",
    "my name is «Ben Gibbs».",
    "Good day «Ben», how are you",
    "Goedendag «Wouter», u spreekt met «Tom».",
    "«Megan Dawson», born 01/08/1976.",
    "«Rocío Domínguez», geboren am 2.12.1953",
    "The account is on «Wouter Postma», thanks",
    "my customer account: «Heike Peters», please",
    "I want my name changed to «Zeynep Yıldız».",
    "Well, «Fiona Dawson», \uFFFC.",
    "hi, im «Joe»",
    "thumbs up to «Samuel»!",
  ])("finds %s", (text) => {
    expect(markFound(personName, unmarked(text))).toBe(text);
  });

  it.each([
    "I'm happy with it",
    "I'm Happy",
    "this is ridiculous",
    "This is Ridiculous!",
    "This is Premium support quality",
    "Hi there, I need help",
    "Hi Team, hello Support",
    "Hello, I'd like a refund",
    "Thanks, I'll wait",
    "Dear Sir or Madam,",
    "Good Morning",
    "my name is not on the list",
    "my name is wrong on the card",
    "what is the name of the product",
    "I am American",
    "I'm Cancelling",
    "I was told by Customer Service",
    "call me back please",
    "call me tomorrow",
    "it's Monday",
    "Is this Working?",
    "the company name is wrong",
    "a restaurant named Travellers Rest",
    "I want to visit Paris. I love Paris",
    "Will you help? May I ask?",
    "Hi I am waiting",
    "Dr.",
    "I don't want to miss Wheel of Fortune",
    "Thanks for calling",
    "Regards,",
    "It is House from 2016",
    "It's Blues.",
    "Yes, London, UK will do",
    "Wie kann man kündigen? Danke im Voraus.",
    "Das Paket liegt im Keller.",
    "Er, here you go",
    "Sorry, GC-XKPT-QRMN.",
    "Sorry, GC-7K2M-11AB.",
    "Hi LMS3305, hello",
    "THIS IS UNACCEPTABLE",
    "HIYA A SCAMMER IS PRETENDING",
    "The account is on Premium",
    "Vielen Dank.\n\nViele Grüße",
    "Babies born in May",
    "Beautiful, \uFFFC",
  ])("leaves %s", (text) => {
    expect(markFound(personName, text)).toBe(text);
  });

  it("takes a short answer to the question for a name", () => {
    const previous = "Sure! May I have your full name, please?";
    expect(markFound(personName, "ann lee", { previous })).toBe("«ann lee»");
    expect(markFound(personName, "it's Ann Lee.", { previous })).toBe("it's «Ann Lee».");
    expect(markFound(personName, "why do you ask", { previous })).toBe("why do you ask");
    expect(markFound(personName, "ann lee", { previous: "What is the product's name?" })).toBe("ann lee");
  });
});
