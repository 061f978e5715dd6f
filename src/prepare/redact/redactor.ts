// Redaction of a whole conversation. Each message is read until nothing new is found; what is found in one is then looked
// for in all; a message is read again whenever it or the one before it has changed. Text, offsets and tags are made last.

import { actionFor, DEFAULT_REDACTION_POLICY, type RedactionPolicy } from "../../core/redaction-policy.ts";
import { formatRedactionTag, type RedactionType, redactionTagPattern } from "../../core/redaction-tag.ts";
import type { TaggedEntity } from "../../nlp/tagger/tagged-entity.ts";
import { createTagger } from "../../nlp/tagger/tagger.ts";
import type { Redaction } from "../prepared.ts";
import type { KnownValue } from "../preparer.ts";
import { RecentCache } from "../recent-cache.ts";
import { arbitrate, cutAtRedactions } from "./arbitrate.ts";
import { findContext } from "./context/find-context.ts";
import { joinTagger } from "./join-tagger.ts";
import { KnownValues } from "./known-values.ts";
import { createLeaveOutOwnNames } from "./own-names.ts";
import { contextToReplace } from "./policy.ts";
import { pseudonymFor } from "./pseudonym.ts";
import { createRecognise } from "./recognise.ts";
import type { Candidate, Recogniser } from "./recogniser.ts";
import { RULES } from "./rules.ts";
import { type TextView, viewText } from "./text-view.ts";

export type RedactorOptions = {
  /** The workspace's secret, from which pseudonyms are made. */
  readonly key: string;
  /** Default: `DEFAULT_REDACTION_POLICY`. */
  readonly policy?: RedactionPolicy;
  /** Where phone numbers without a country code belong (ISO 3166). Default: none. */
  readonly region?: string;
  /** Default: the rules. */
  readonly recognisers?: readonly Recogniser[];
  /** Finds names and addresses that nothing announces. Default: the tagger that ships. `null`: rules alone. */
  readonly tagger?: EntityFinder | null;
  /** Whether `RedactedText.kept` is filled. Default false: it takes time. */
  readonly reportsKept?: boolean;
};

type EntityFinder = { find(text: string, isThorough?: boolean): readonly TaggedEntity[] };

export type RedactedText = {
  readonly text: string;
  /** Every tag in `text`, in order, those that the input already had included. */
  readonly redactions: readonly Redaction[];
  /** What was replaced, in UTF-16 code units of the input, in order. Tags that the input already had are not in here. */
  readonly spans: readonly Redaction[];
  /** With `reportsKept`: entities that the policy leaves in the text, in code units of the input, in order. */
  readonly kept?: readonly Redaction[];
};

export type RedactedConversation = {
  readonly messages: readonly RedactedText[];
  /** Everything known to be personal in this conversation. Raw: memory only. */
  readonly known: readonly KnownValue[];
  /** Redacts another text by itself, given what is known of this conversation. */
  redactAlone(text: string): string;
};

export type Redactor = {
  /** Redacts one text by itself. */
  redactText(text: string): RedactedText;
  /** Redacts the messages of a conversation, in order: a value found in one, or given as known, is redacted in all. */
  redactConversation(
    texts: readonly string[],
    known?: readonly KnownValue[],
    /** Country of this conversation's phone numbers; default the redactor's. */
    region?: string,
  ): RedactedConversation;
};

/** Reading again and again would be slow on a text made to be so. Real ones settle in two rounds. */
const MOST_ROUNDS = 12;
const CONTEXT_CHARS = 200;
const TAGGED_TEXTS = 500;
const LONGEST_TAGGED = 2000;
/** Types whose values are worth finding again. A birth date or a street is not repeated in other words. */
const SOUGHT_AGAIN: ReadonlySet<RedactionType> = new Set([
  "PERSON",
  "EMAIL",
  "PHONE",
  "CARD",
  "IBAN",
  "NATIONAL_ID",
  "IP",
  "MAC",
  "SECRET",
  "BIRTH_DATE",
  "HANDLE",
]);

type Found = Candidate & { readonly tag?: string };
type Draft = {
  readonly input: string;
  found: Found[];
  view: TextView;
  isChanged: boolean;
  knownSize: number;
};

export function createRedactor(options: RedactorOptions): Redactor {
  const policy = options.policy ?? DEFAULT_REDACTION_POLICY;
  const tagger = options.tagger === undefined ? createTagger() : options.tagger;
  // A message is read again when the one before it has changed, of which the tagger sees nothing.
  const tagged = new RecentCache<readonly TaggedEntity[]>(TAGGED_TEXTS, LONGEST_TAGGED);
  const replacedContext: ReadonlySet<RedactionType> = new Set(contextToReplace(policy));
  const leaveOutOwnNames = createLeaveOutOwnNames(policy.ownNames ?? []);
  const recognise = createRecognise(options.recognisers ?? RULES, withTagger);
  const isKept = (candidate: Candidate): boolean => actionFor(policy, candidate.type) === "keep";

  function redactConversation(
    texts: readonly string[],
    given: readonly KnownValue[] = [],
    region: string | undefined = options.region,
  ): RedactedConversation {
    const known = new KnownValues();
    for (const value of given) known.add(value);
    const drafts = texts.map(startDraft);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      let isSettled = true;
      let previous = "";
      let isPreviousChanged = false;
      for (const draft of drafts) {
        const wasChanged = draft.isChanged;
        if (settle(draft, previous, isPreviousChanged, known, region)) isSettled = false;
        isPreviousChanged = wasChanged || draft.isChanged;
        draft.isChanged = false;
        previous = draft.view.text.slice(-CONTEXT_CHARS);
      }
      if (isSettled && drafts.every((draft) => draft.knownSize === known.size)) break;
    }
    return {
      messages: drafts.map((draft) => finish(draft, known)),
      known: known.values,
      redactAlone(text) {
        const isClean = !text.includes("[") && recognise(text, "", options.region).length === 0;
        if (isClean && known.find(text).length === 0) return text;
        return redactConversation([text], known.values).messages[0]?.text ?? "";
      },
    };
  }

  /** Reads a message until nothing new is found. Tells whether anything was. */
  function settle(
    draft: Draft,
    previous: string,
    isPreviousChanged: boolean,
    known: KnownValues,
    region: string | undefined,
  ): boolean {
    let hasFound = false;
    let mustRead = draft.isChanged || isPreviousChanged;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (!mustRead && draft.knownSize === known.size) break;
      const text = draft.view.text;
      let candidates = mustRead ? recognise(text, previous, region) : [];
      draft.knownSize = known.size;
      const again = known.size > 0 ? known.find(text) : [];
      if (again.length > 0) candidates = [...candidates, ...again];
      mustRead = false;
      if (candidates.length === 0) break;
      const winners = arbitrate(
        candidates.flatMap((candidate) => cutAtRedactions(candidate, text)),
        isKept,
      );
      const replaced = winners.filter((winner) => !isKept(winner));
      if (replaced.length === 0) break;
      for (const { type, start, end } of replaced) {
        if (SOUGHT_AGAIN.has(type)) known.add({ type, value: text.slice(start, end) });
      }
      apply(draft, replaced);
      hasFound = true;
      mustRead = true;
    }
    if (hasFound) draft.isChanged = true;
    return hasFound;
  }

  function withTagger(text: string, found: readonly Candidate[]): readonly Candidate[] {
    if (tagger === null) return found;
    let entities = tagged.get(text);
    if (entities === undefined) {
      entities = leaveOutOwnNames(text, tagger.find(text, replacedContext.size > 0));
      tagged.set(text, entities);
    }
    if (entities.length === 0 && replacedContext.size === 0) return found;
    const joined = joinTagger(text, found, entities);
    if (replacedContext.size === 0) return joined;
    return [...joined, ...findContext(text, entities).filter(({ type }) => replacedContext.has(type))];
  }

  function keptIn({ view }: Draft): Redaction[] {
    return findContext(view.text, tagger?.find(view.text, true) ?? [])
      .filter(isKept)
      .map(({ start, end, type, score }) => ({
        start: view.toInput(start),
        end: view.toInput(end - 1) + 1,
        type,
        score,
      }));
  }

  function finish(draft: Draft, known: KnownValues): RedactedText {
    const redacted = replaceFound(draft, known);
    return options.reportsKept === true ? { ...redacted, kept: keptIn(draft) } : redacted;
  }

  function replaceFound(draft: Draft, known: KnownValues): RedactedText {
    if (draft.found.length === 0) return { text: draft.input, redactions: [], spans: [] };
    const pieces: string[] = [];
    const redactions: Redaction[] = [];
    const spans: Redaction[] = [];
    let from = 0;
    let length = 0;
    for (const { start, end, type, score, tag: oldTag, canonical } of draft.found) {
      const tag = oldTag ?? tagFor(type, canonical ?? draft.input.slice(start, end), known);
      pieces.push(draft.input.slice(from, start), tag);
      length += start - from;
      redactions.push({ start: length, end: length + tag.length, type, score });
      if (oldTag === undefined) spans.push({ start, end, type, score });
      length += tag.length;
      from = end;
    }
    pieces.push(draft.input.slice(from));
    return { text: pieces.join(""), redactions, spans };
  }

  function tagFor(type: RedactionType, value: string, known: KnownValues): string {
    if (actionFor(policy, type) === "mask") return formatRedactionTag(type);
    const canonical = type === "PERSON" ? known.fullName(value) : value.toLowerCase().replace(/\s+/g, " ");
    return formatRedactionTag(type, pseudonymFor(options.key, type, canonical));
  }

  return {
    redactConversation,
    redactText: (text) => redactConversation([text]).messages[0] ?? { text, redactions: [], spans: [] },
  };
}

function startDraft(input: string): Draft {
  const found: Found[] = [];
  if (input.includes("[")) {
    for (const match of input.matchAll(redactionTagPattern())) {
      const type = match[1] as RedactionType;
      found.push({ start: match.index, end: match.index + match[0].length, type, score: 1, tag: match[0] });
    }
  }
  return { input, found, view: viewText(input, found), isChanged: true, knownSize: 0 };
}

/** Takes candidates (sorted, in offsets of the view, free of U+FFFC) into the draft and makes its new view. */
function apply(draft: Draft, candidates: readonly Candidate[]): void {
  const { view } = draft;
  const fresh = candidates.map((candidate) => ({
    ...candidate,
    start: view.toInput(candidate.start),
    end: view.toInput(candidate.end - 1) + 1,
  }));
  draft.found = [...draft.found, ...fresh].sort((a, b) => a.start - b.start);
  draft.view = viewText(draft.input, draft.found);
}
