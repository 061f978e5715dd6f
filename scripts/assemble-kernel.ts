// Turns the tagger's kernel from text into the WebAssembly that ships: `node scripts/assemble-kernel.ts`.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import startWabt from "wabt";

const FOLDER = new URL("../src/nlp/tagger/kernel/", import.meta.url);

/** The module's bytes. Throws what the assembler says of the line that it does not understand. */
export async function assembleKernel(): Promise<Uint8Array> {
  const wabt = await startWabt();
  const module = wabt.parseWat("kernel.wat", await readFile(new URL("kernel.wat", FOLDER), "utf8"), {
    simd: true,
  });
  module.validate();
  return module.toBinary({}).buffer;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(new URL("kernel.wasm", FOLDER), await assembleKernel());
