import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    // The price files are parsed once for a worker, not once for each of its test files.
    isolate: false,
    maxWorkers: 2,
    // .ci/run reads the counts from the runner's own result.
    reporters: ["default", ["json", { outputFile: ".test-results.json" }]],
  },
});
