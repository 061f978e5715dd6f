import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { nationalId } from "./national-id.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("national identity numbers", () => {
  it.each([
    "ssn «123-45-6789»",
    "my social security number is «123456789».",
    "last: «219-09-9999»",
    "NI «AB 12 34 56 C»",
    "nhs «943 476 5919»",
    "DNI «12345678Z»",
    "NIE «X1234567L»",
    "numéro «2 55 08 14 168 025 38»",
    "Steuer-ID «86095742719»",
    "«RSSMRA85T10A562S»",
    "mijn BSN is «111222333»",
    "PESEL «44051401359»",
    "«811228-9874»",
    "CPF «529.982.247-25»",
    "aadhaar «2341 2341 2346»",
    "pan «ABCPE1234F»",
    "RUT «12.345.678-5»",
    "«756.9217.0769.85»",
    "«131052-308T»",
    "«11010519491231002X»",
    "passport number «X1234567»",
    "driver's license «D1234567»",
    "«850102-1234567»",
    "my tax id is «999835075»",
    "my id number is «999 032 161»",
    "his citizen number: «AB123456»",
  ])("finds %s", (text) => {
    expect(markFound(nationalId, unmarked(text))).toBe(text);
  });

  it.each([
    "000-45-6789",
    "666-45-6789",
    "order 123456789",
    "123456789",
    "12345678A",
    "order number 44051401359",
    "44051401358",
    "529.982.247-26",
    "2341 2341 2345",
    "card 1234 2341 2341 2346",
    "111222333",
    "86095742718",
    "my passport is lost",
    "my order id number is 99903216",
    "my id number is wrong, order from 2024",
    "device id number 999032161",
    "version 756.9217.0769.86",
    "call 020-7946-0958",
    "2026-03-05",
    "I paid 123.45 on 67",
  ])("leaves %s", (text) => {
    expect(markFound(nationalId, text)).toBe(text);
  });
});
