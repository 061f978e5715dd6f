// Attributes of a conversation as they may be stored, and what they tell of the person to look for in the messages.
import type { Attributes, AttributeValue } from "../core/domain.ts";
import type { RedactionType } from "../core/redaction-tag.ts";
import { type AttributePolicy, guessAttributePolicy } from "./attribute-policy.ts";
import { identityPseudonym } from "./identity-pseudonym.ts";
import type { KnownValue } from "./preparer.ts";

export type AttributePreparer = {
  /** Applies each attribute's policy; texts that are kept go through `redact`, which knows the conversation's people. */
  prepare(attributes: Attributes, redact: (text: string) => string): Attributes;
  /** Values of attributes that name a person or a way to reach one. */
  knownValues(attributes: Attributes): readonly KnownValue[];
};

const KNOWN_TYPES: readonly { readonly name: RegExp; readonly type: RedactionType }[] = [
  { name: /e-?mail/i, type: "EMAIL" },
  { name: /phone|mobile|msisdn|whatsapp|^tel/i, type: "PHONE" },
  {
    name: /(?:first|last|full|sur|given|family|display|customer|contact|agent|user)[ _-]?name|^name$/i,
    type: "PERSON",
  },
  { name: /handle|twitter|instagram|login/i, type: "HANDLE" },
];

export function createAttributePreparer(
  key: string,
  explicit: Readonly<Record<string, AttributePolicy>>,
): AttributePreparer {
  const guessed = new Map<string, AttributePolicy>();
  const policyOf = (name: string): AttributePolicy => {
    if (Object.hasOwn(explicit, name)) return explicit[name] ?? "keep";
    const known = guessed.get(name);
    if (known !== undefined) return known;
    const policy = guessAttributePolicy(name);
    if (guessed.size < 10_000) guessed.set(name, policy);
    return policy;
  };

  function prepareOne(
    name: string,
    value: AttributeValue,
    redact: (text: string) => string,
  ): AttributeValue | undefined {
    switch (policyOf(name)) {
      case "drop":
        return undefined;
      case "mask":
        return { kind: "text", value: "[REDACTED]" };
      case "pseudonym":
        return { kind: "text", value: identityPseudonym(key, String(value.value)) };
      case "keep":
        if (value.kind !== "text") return value;
        return { kind: "text", value: redact(value.value) };
    }
  }

  return {
    prepare(attributes, redact) {
      const prepared: Record<string, AttributeValue> = {};
      for (const name of Object.keys(attributes).sort()) {
        const value = attributes[name];
        const stored = value === undefined ? undefined : prepareOne(name, value, redact);
        if (stored !== undefined) prepared[name] = stored;
      }
      return prepared;
    },
    knownValues(attributes) {
      const known: KnownValue[] = [];
      for (const [name, value] of Object.entries(attributes)) {
        if (value.kind !== "text" || policyOf(name) === "keep") continue;
        const type = KNOWN_TYPES.find((candidate) => candidate.name.test(name))?.type;
        if (type !== undefined) known.push({ type, value: value.value });
      }
      return known;
    },
  };
}
