// What happens to an attribute of a conversation: which names speak of a person, and what is then done with the value.

export const ATTRIBUTE_POLICIES = ["keep", "mask", "pseudonym", "drop"] as const;

/**
 * - `keep`: stored; a text is redacted like a message first.
 * - `mask`: stored as `[REDACTED]`, so that one sees that there was a value.
 * - `pseudonym`: stored as 16 hex characters that are the same for the same value in this workspace.
 * - `drop`: not stored.
 */
export type AttributePolicy = (typeof ATTRIBUTE_POLICIES)[number];

const RULES: readonly { readonly name: RegExp; readonly policy: AttributePolicy }[] = [
  {
    name: /(?:^|_)(?:password|passwd|pwd|passcode|pin|secret|token|api_key|cookie|authorization|ssn|sin|nino|social_security|tax_id|national_id|passport|license_number|licence_number|iban|card|cvv|cvc|account_number|routing|dob|birth|birthday|birthdate|date_of_birth|latitude|longitude|lat|lon|lng|geo|location|coordinates|signature|avatar|photo|picture|image)(?:_|$)/,
    policy: "drop",
  },
  {
    name: /(?:^|_)(?:address|street|address_line|line1|line2|zip|zipcode|zip_code|postcode|postal_code|postal|house_number)(?:_|$)/,
    policy: "drop",
  },
  {
    name: /(?:^|_)(?:e_?mails?|mail|phones?|telephone|tel|mobile|cell|fax|msisdn|whatsapp|handle|twitter|facebook|instagram|telegram|skype|linkedin|login|ip|ip_address|mac|imei|device_id|advertising_id|idfa|gaid|client_id|visitor_id|session_id|anonymous_id|fingerprint|user_?name|nick_?name|first_?name|last_?name|full_?name|sur_?name|given_?name|family_?name|middle_?name|display_?name|screen_?name|customer_?name|contact_?name|agent_?name|person)(?:_|$)/,
    policy: "pseudonym",
  },
  {
    name: /^(?:name|customer|user|contact|caller|sender|author|recipient|from|to|owner|assignee|agent|customer_id|user_id|contact_id|account_id|member_id|person_id|external_id|agent_id|caller_id)$/,
    policy: "pseudonym",
  },
];

const PERSONAL_VALUE = /@|^\+?\d[\d\s().-]{7,}\d$|^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * What an attribute should get, judged by its name and a few of its values (texts as they stand in the source). A name
 * that speaks of a secret, a birth or an address gives `drop`; of a person or a way to reach one, `pseudonym`; otherwise
 * `keep`, unless at least half of the values look like e-mail addresses, phone numbers or IP addresses.
 */
export function guessAttributePolicy(name: string, sampleValues: readonly string[] = []): AttributePolicy {
  const snake = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
  const rule = RULES.find((candidate) => candidate.name.test(snake));
  if (rule !== undefined) return rule.policy;
  const personal = sampleValues.filter((value) => PERSONAL_VALUE.test(value.trim())).length;
  return personal > 0 && personal * 2 >= sampleValues.length ? "pseudonym" : "keep";
}
