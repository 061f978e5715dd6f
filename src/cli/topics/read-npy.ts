// Vectors in a NumPy file (.npy): two dimensions, float32 or float64, little-endian, row after row.
import { readFile } from "node:fs/promises";
import { AppError } from "../../core/errors.ts";

export type NpyMatrix = {
  readonly values: Float32Array<ArrayBuffer>;
  readonly rows: number;
  readonly dimension: number;
};

/** Throws AppError INPUT_NOT_FOUND or INPUT_UNREADABLE. `name` stands in errors. */
export async function readNpy(path: string, name: string): Promise<NpyMatrix> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError("INPUT_NOT_FOUND", { path: name }, { cause });
  });
  const fail = (problem: string) => new AppError("INPUT_UNREADABLE", { file: name, problem });
  if (bytes.length < 12 || bytes.toString("latin1", 1, 6) !== "NUMPY") throw fail("is no NumPy file");
  const isOld = bytes[6] === 1;
  const start = isOld ? 10 : 12;
  const length = isOld ? bytes.readUInt16LE(8) : bytes.readUInt32LE(8);
  const header = bytes.toString("latin1", start, start + length);
  const type = /'descr':\s*'([^']+)'/.exec(header)?.[1];
  const shape = /'shape':\s*\((\d+),\s*(\d+)\)/.exec(header);
  if (type !== "<f4" && type !== "<f8") throw fail("holds no float32 or float64 numbers");
  if (shape === null || /'fortran_order':\s*True/.test(header)) throw fail("is no matrix of rows");
  const [rows, dimension] = [Number(shape[1]), Number(shape[2])];
  const width = type === "<f4" ? 4 : 8;
  const body = Uint8Array.from(bytes.subarray(start + length));
  if (body.length !== rows * dimension * width) throw fail("is shorter or longer than its header says");
  const values =
    width === 4 ? new Float32Array(body.buffer) : Float32Array.from(new Float64Array(body.buffer));
  if (!values.every(Number.isFinite)) throw fail("holds numbers that are not finite");
  return { values, rows, dimension };
}
