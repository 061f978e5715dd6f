/**
 * How Node runs Parlance.
 *
 * - A small young generation: an import makes much short-lived garbage and would otherwise hold 100 MB more.
 * - A heap that grows by 70 % of what lives, not by up to 300 %: more is garbage that waits. An import of 150,000 messages held
 *   110 MB less, for no time that could be measured.
 * - Short-lived garbage collected by the thread that made it: helpers cost more than they bring where every core has work.
 * - WebAssembly (PGlite) compiled plainly and when first called: the optimising compiler takes 500 MB more at its peak, for
 *   records that are small.
 */
export const NODE_FLAGS = [
  "--disable-warning=ExperimentalWarning",
  "--max-semi-space-size=8",
  "--heap-growing-percent=70",
  "--no-parallel-scavenge",
  "--liftoff-only",
  "--wasm-lazy-compilation",
];

/** glibc gives every thread a heap of its own, which worker threads and engines leave half empty; two are enough. */
export const MALLOC_ARENAS = "2";
