import { expect, it } from "vitest";
import { liveProgram } from "../../browser/live-assets.js";

const program = await liveProgram();

it("the program of a live report is the engine itself, without the packages that only read files", () => {
  const parts = Object.keys(program.parts);
  for (const engine of ["src/engine/bill.ts", "src/rating/rate-quantity.ts", "src/analysis/compare.ts", "src/report/document.ts", "src/report/result-json.ts"]) expect(parts).toContain(engine);
  expect(parts.filter((path) => /node_modules\/(zod|yaml|csv-stringify|csv-parse|yargs)\//.test(path) && (program.parts[path]?.bytesInOutput ?? 0) > 0)).toEqual([]);
  expect(parts.filter((path) => /^src\/cli\//.test(path))).toEqual([]);
});

it("the program makes no code from text and asks no network", () => {
  for (const word of [/\beval\(/, /new Function\b/, /\bfetch\(/, /XMLHttpRequest/, /\bimport\(/, /WebSocket/]) expect(program.text).not.toMatch(word);
});
