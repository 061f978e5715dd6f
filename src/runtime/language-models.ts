// The language models of a process, opened when first asked for: half a second and some 90 MB a thread that a start without
// work need not pay.
import type { Settings } from "../config/settings.ts";
import { createEncoder } from "../nlp/encoder/create-encoder.ts";
import type { Encoder } from "../nlp/encoder/encoder.ts";

export type LanguageModels = {
  encoder(): Promise<Encoder>;
  close(): Promise<void>;
};

export function createLanguageModels({ encoderThreads }: Pick<Settings, "encoderThreads">): LanguageModels {
  let opened: Promise<Encoder> | undefined;
  return {
    encoder() {
      opened ??= createEncoder({ threads: encoderThreads }).catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
    async close() {
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}
