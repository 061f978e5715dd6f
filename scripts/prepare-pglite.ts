// Run by `npm ci`: initialises the directory of which every new data directory gets a copy. Without it everything works as well,
// some seconds later at the first start, so that a failure here does not fail the installation.
import { preparePGlite } from "../src/records/initialise-pglite.ts";

try {
  await preparePGlite();
} catch (error) {
  console.warn(
    `PGlite could not be initialised ahead: ${error instanceof Error ? error.message : "unknown"}`,
  );
}
