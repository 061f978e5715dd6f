// Looks at the first bytes of a stream without taking them away.

/** `bytes` gives the whole stream again, the head included. Ending it early ends the source. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  wanted: number,
): Promise<{
  readonly head: Uint8Array;
  readonly isWhole: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}> {
  const iterator = source[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  let failure: { readonly error: unknown } | undefined;
  while (size < wanted) {
    try {
      const next = await iterator.next();
      if (next.done) {
        isWhole = true;
        break;
      }
      chunks.push(next.value);
      size += next.value.length;
    } catch (error) {
      if (size === 0) throw error;
      failure = { error }; // what came before is read first; the fault comes out in its place
      break;
    }
  }
  const head = Buffer.concat(chunks).subarray(0, wanted);
  // An iterator of our own: ending it must close the source even when nothing was taken from it.
  const replay: AsyncIterator<Uint8Array> = {
    async next() {
      const chunk = chunks.shift();
      if (chunk !== undefined) return { done: false, value: chunk };
      if (failure !== undefined) {
        const { error } = failure;
        failure = undefined;
        isWhole = true;
        throw error;
      }
      return isWhole ? { done: true, value: undefined } : await iterator.next();
    },
    async return() {
      chunks.length = 0;
      isWhole = true;
      await iterator.return?.(undefined);
      return { done: true, value: undefined };
    },
  };
  return {
    head,
    isWhole: isWhole && size <= wanted,
    bytes: { [Symbol.asyncIterator]: () => replay },
  };
}
