import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type LensDefinition, lensDefinitionSchema } from "../../contract/lenses.ts";
import { AppError } from "../../core/errors.ts";

/** Reads the definition of a lens. Throws INPUT_UNREADABLE with what is wrong in it. */
export async function readLensFile(file: string, cwd: string): Promise<LensDefinition> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(resolve(cwd, file), "utf8"));
  } catch (cause) {
    throw new AppError("INPUT_UNREADABLE", { file, problem: "is not there or no JSON" }, { cause });
  }
  const parsed = lensDefinitionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const problem = `is no lens: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`;
  throw new AppError("INPUT_UNREADABLE", { file, problem });
}
