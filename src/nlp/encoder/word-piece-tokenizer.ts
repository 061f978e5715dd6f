// BERT's tokenizer: words, then the longest pieces of each that the vocabulary knows. Written for this project because
// the ids must equal the reference's on every script; training/encoder/check_tokenizer.py compares the two.
import { z } from "zod";
import { splitWords } from "./bert-normalizer.ts";

const tokenizerFile = z.object({
  added_tokens: z.array(z.object({ id: z.number().int(), content: z.string() })),
  model: z.object({
    type: z.literal("WordPiece"),
    unk_token: z.string(),
    continuing_subword_prefix: z.string(),
    max_input_chars_per_word: z.number().int(),
    vocab: z.record(z.string(), z.number().int()),
  }),
});

/** Text past this many UTF-16 code units is not looked at; 512 tokens of prose are about 2,500. */
const LONGEST_TEXT = 100_000;
const WORD_CACHE_SIZE = 50_000;

export type Tokenizer = {
  /** Token ids with the marks of start and end, at most `maxTokens` of them; what lies past is cut off. */
  encode(text: string): Int32Array;
};

/** Reads the parsed `tokenizer.json` of a BERT model (lower-casing WordPiece). Throws when it is another kind. */
export function createTokenizer(file: unknown, maxTokens: number): Tokenizer {
  const { model, added_tokens: addedTokens } = tokenizerFile.parse(file);
  const prefix = model.continuing_subword_prefix;
  const starting = new Map<string, number>();
  const continuing = new Map<string, number>();
  for (const [piece, id] of Object.entries(model.vocab)) {
    starting.set(piece, id);
    if (piece.startsWith(prefix)) continuing.set(piece.slice(prefix.length), id);
  }
  const idOf = (token: string): number => {
    const id = starting.get(token);
    if (id === undefined) throw new Error(`The vocabulary lacks ${token}.`);
    return id;
  };
  const unknown = [idOf(model.unk_token)];
  const startId = idOf("[CLS]");
  const endId = idOf("[SEP]");
  const addedIds = new Map(addedTokens.map(({ content, id }) => [content, id]));
  const addedPattern = new RegExp(`(${addedTokens.map(({ content }) => RegExp.escape(content)).join("|")})`);
  const seen = new Map<string, readonly number[]>();

  function piecesOf(word: string): readonly number[] {
    const known = seen.get(word);
    if (known !== undefined) return known;
    const pieces = splitIntoPieces(word);
    if (seen.size >= WORD_CACHE_SIZE) seen.clear();
    seen.set(word, pieces);
    return pieces;
  }

  function splitIntoPieces(word: string): readonly number[] {
    if (word.length > model.max_input_chars_per_word && [...word].length > model.max_input_chars_per_word) {
      return unknown;
    }
    const pieces: number[] = [];
    let start = 0;
    while (start < word.length) {
      const vocabulary = start === 0 ? starting : continuing;
      let end = word.length;
      let id = vocabulary.get(word.slice(start, end));
      while (id === undefined && --end > start) id = vocabulary.get(word.slice(start, end));
      if (id === undefined) return unknown;
      pieces.push(id);
      start = end;
    }
    return pieces;
  }

  return {
    encode(text) {
      const ids = [startId];
      const limit = maxTokens - 1;
      for (const part of text.slice(0, LONGEST_TEXT).split(addedPattern)) {
        const addedId = addedIds.get(part);
        if (addedId !== undefined) ids.push(addedId);
        else for (const word of splitWords(part)) ids.push(...piecesOf(word));
        if (ids.length >= limit) break;
      }
      if (ids.length > limit) ids.length = limit;
      ids.push(endId);
      return Int32Array.from(ids);
    },
  };
}
