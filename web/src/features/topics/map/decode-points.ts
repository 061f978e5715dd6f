// The points of the map out of the server's answer. Pure.

export type MapPoints = {
  readonly count: number;
  /** x and y of each point, one after another. */
  readonly places: Float32Array;
  /** The finest topic of each, 0 for none. */
  readonly topics: Uint32Array;
  /** How often each is said. */
  readonly weights: Uint32Array;
};

type Encoded = {
  readonly points: number;
  readonly places: string;
  readonly topics: string;
  readonly weights: string;
};

/** Base64 of little-endian numbers, which every machine that runs a browser has. Throws when lengths disagree. */
export function decodePoints(answer: Encoded): MapPoints {
  const places = new Float32Array(toBuffer(answer.places));
  const topics = new Uint32Array(toBuffer(answer.topics));
  const weights = new Uint32Array(toBuffer(answer.weights));
  const count = answer.points;
  if (places.length !== 2 * count || topics.length !== count || weights.length !== count)
    throw new RangeError(`the map says ${count} points, but its lists have other lengths`);
  return { count, places, topics, weights };
}

function toBuffer(text: string): ArrayBuffer {
  const bytes = atob(text);
  const buffer = new Uint8Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) buffer[index] = bytes.charCodeAt(index);
  return buffer.buffer;
}
