import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    pool: "forks",
    // Vitest leaves a core free by default; on two cores that is half of the machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: "unit",
          pool: "forks",
          include: [
            "src/**/*.test.ts",
            "web/src/**/*.test.ts",
            "test/synth/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          exclude: ["**/*.engine.test.ts"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "engines",
          pool: "forks",
          include: ["src/**/*.engine.test.ts", "test/engines/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          pool: "forks",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
