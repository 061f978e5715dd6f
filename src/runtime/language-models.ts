// The language models of a process, opened when first asked for: half a second and some 90 MB a thread that a start without
// work need not pay.
import type { Settings } from "../config/settings.ts";
import type { ConversationModel } from "../nlp/conversation/score-conversation.ts";
import { createEncoder } from "../nlp/encoder/create-encoder.ts";
import type { Encoder } from "../nlp/encoder/encoder.ts";
import { readHeadsFile, SHIPPED_HEADS } from "../nlp/heads/heads-file.ts";
import { createLabeller, type Labeller } from "../nlp/label/labeller.ts";

export type LanguageModels = {
  encoder(): Promise<Encoder>;
  /** The heads on the encoder's states. */
  labeller(): Promise<{ readonly labeller: Labeller; readonly conversationModel: ConversationModel }>;
  close(): Promise<void>;
};

export function createLanguageModels({
  encoder: model,
  encoderThreads,
}: Pick<Settings, "encoder" | "encoderThreads">): LanguageModels {
  let opened: Promise<Encoder> | undefined;
  return {
    encoder() {
      opened ??= createEncoder({ model, threads: encoderThreads }).catch((error: unknown) => {
        opened = undefined;
        throw error;
      });
      return opened;
    },
    async labeller() {
      const heads = await readHeadsFile(SHIPPED_HEADS);
      return { labeller: createLabeller(await this.encoder(), heads), conversationModel: heads.conversation };
    },
    async close() {
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}
