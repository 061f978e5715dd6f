// Heads that read plain things from a state, so that a test can say what they give: weights are zero but where named.
import { ACTS } from "../../src/core/domain.ts";
import { EVIDENCE } from "../../src/nlp/conversation/evidence.ts";
import { FINE_EMOTIONS } from "../../src/nlp/emotion/emotion.ts";
import type { Dense } from "../../src/nlp/heads/dense.ts";
import type { Calibration, HeadsFile } from "../../src/nlp/heads/heads-file.ts";
import { SIGNALS } from "../../src/nlp/signal/signal.ts";

const NEVER: Calibration = { scale: 1, shift: -8, threshold: 0.5 };

/** A layer that passes its inputs on, each to the output of the same place. */
function passing(outputs: number, inputs = outputs): Dense {
  const weights = new Float32Array(inputs * outputs);
  for (let place = 0; place < Math.min(inputs, outputs); place++) weights[place * inputs + place] = 1;
  return { inputs, outputs, weights, bias: new Float32Array(outputs) };
}

/** Every head passes the state's first numbers on as its logits; all but sentiment are shifted by −8. */
export function plainHeads(width: number): HeadsFile {
  const all = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, NEVER])) as Record<Name, Calibration>;
  const turn = passing(2 * width + 2);
  return {
    version: "heads-test",
    state: "state-test",
    layers: {
      sentiment: passing(5, width),
      emotionHidden: passing(width),
      emotion: passing(FINE_EMOTIONS.length, width),
      signal: passing(SIGNALS.length, width),
      turn,
      act: passing(ACTS.length, turn.outputs),
      bears: passing(1, turn.outputs),
    },
    sentimentTemperature: 1,
    emotion: all(FINE_EMOTIONS),
    signal: all(SIGNALS),
    act: all(ACTS),
    bears: NEVER,
    conversation: {
      satisfaction: { base: 3, weights: Object.fromEntries(EVIDENCE.map((name) => [name, 0])) },
      effort: { base: 2, weights: {} },
    },
    sha256: { "weights.bin": "" },
  };
}
