// Paths, folders and patterns to a list of files, sorted, hidden files left out.
import { glob, readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { AppError } from "../../core/errors.ts";

export type ListedFile = {
  /** As it is shown: relative when it was given so. */
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  /** Whether the person named the file itself, rather than a folder or a pattern. */
  readonly isNamed: boolean;
};

/** `.git`, `.DS_Store`, `__MACOSX` and everything in them. */
export function isHidden(path: string): boolean {
  return path
    .split(/[\\/]/)
    .some((part) => (part.startsWith(".") && part !== "." && part !== "..") || part === "__MACOSX");
}

/** Files behind one argument. Throws `INPUT_NOT_FOUND` when there is none, `INPUT_UNREADABLE` when it may not be read. */
export async function* listPaths(argument: string, cwd: string): AsyncGenerator<ListedFile, void, undefined> {
  const path = resolve(cwd, argument);
  const info = await statOrUndefined(path);
  if (info === undefined) {
    if (!/[*?[\]{}]/.test(argument)) throw new AppError("INPUT_NOT_FOUND", { path: argument });
    yield* matchPattern(argument, cwd);
    return;
  }
  if (!info.isDirectory()) {
    yield { name: argument, path, sizeBytes: info.size, modifiedAt: info.mtime, isNamed: true };
    return;
  }
  let found = 0;
  for await (const file of walk(path)) {
    found += 1;
    yield { ...file, name: join(argument, relative(path, file.path)) };
  }
  if (found === 0) throw new AppError("INPUT_NOT_FOUND", { path: argument });
}

async function* matchPattern(pattern: string, cwd: string): AsyncGenerator<ListedFile, void, undefined> {
  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd })) matches.push(match);
  matches.sort();
  let found = 0;
  for (const match of matches) {
    if (isHidden(match)) continue;
    const path = resolve(cwd, match);
    const info = await statOrUndefined(path);
    if (info === undefined || !info.isFile()) continue;
    found += 1;
    yield { name: match, path, sizeBytes: info.size, modifiedAt: info.mtime, isNamed: false };
  }
  if (found === 0) throw new AppError("INPUT_NOT_FOUND", { path: pattern });
}

async function* walk(folder: string): AsyncGenerator<Omit<ListedFile, "name">, void, undefined> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) {
      const info = await stat(path);
      yield { path, sizeBytes: info.size, modifiedAt: info.mtime, isNamed: false };
    }
  }
}

async function statOrUndefined(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new AppError("INPUT_UNREADABLE", { file: path, problem: "it may not be read" }, { cause: error });
  }
}
