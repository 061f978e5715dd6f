/**
 * How Node runs Parlance.
 *
 * - A small young generation: an import makes much short-lived garbage and would otherwise hold 100 MB more.
 * - WebAssembly (PGlite) compiled plainly and when first called: the optimising compiler takes 500 MB more at its peak, for
 *   records that are small.
 */
export const NODE_FLAGS = [
  "--disable-warning=ExperimentalWarning",
  "--max-semi-space-size=8",
  "--liftoff-only",
  "--wasm-lazy-compilation",
];

/** glibc gives every thread a heap of its own, which worker threads and engines leave half empty; two are enough. */
export const MALLOC_ARENAS = "2";
