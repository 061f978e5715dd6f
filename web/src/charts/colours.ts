// Which colour a thing has, on every chart and in every list the same.
import { CHANNELS } from "../../../src/core/domain.ts";
import type { Palette } from "../ui/palette.ts";

export function channelColour(channel: string, palette: Palette): string {
  const index = (CHANNELS as readonly string[]).indexOf(channel);
  return index < 0 ? palette.faint : (palette.categorical[index] ?? palette.faint);
}

/**
 * By the place in the palette that the server gave the topic for life, so that it keeps its colour wherever and however many
 * are shown, and differs from its siblings. Undefined is no topic.
 */
export function topicColour(place: number | undefined, palette: Palette): string {
  return (place === undefined ? undefined : palette.categorical[place]) ?? palette.faint;
}

export function sentimentColour(band: string, palette: Palette): string {
  const [negative, , neutral, , positive] = palette.diverging;
  if (band === "negative") return negative;
  if (band === "positive") return positive;
  return band === "neutral" ? neutral : palette.borderStrong;
}

/** The band of a score, by the bounds of the query layer. */
export function sentimentBand(score: number | null): "negative" | "neutral" | "positive" | "unknown" {
  if (score === null) return "unknown";
  if (score < -NEUTRAL_SENTIMENT) return "negative";
  return score > NEUTRAL_SENTIMENT ? "positive" : "neutral";
}
const NEUTRAL_SENTIMENT = 0.25;
