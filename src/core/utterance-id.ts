/** An utterance's id: its message's, and where in the message it starts, in UTF-16 code units. */
export function utteranceId(messageId: string, start: number): string {
  return `${messageId}:${start}`;
}

/** Undefined for what is no utterance's id. */
export function parseUtteranceId(
  id: string,
): { readonly messageId: string; readonly start: number } | undefined {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9})$/i.exec(id);
  return match?.[1] === undefined ? undefined : { messageId: match[1], start: Number(match[2]) };
}
