import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    // .ci/run reads the counts from the runner's own result.
    reporters: ["default", ["json", { outputFile: ".test-results.json" }]],
  },
});
