import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, scratch } from "../support/command-line.js";
import { start, watching } from "../support/running.js";

const place = scratch();
afterAll(place.remove);

describe("work that writes, ended by a signal", () => {
  const bundle = join(place.folder, "write-files.mjs");
  beforeAll(async () => {
    await build({ entryPoints: [join(ROOT, "src/cli/write-files.ts")], outfile: bundle, bundle: true, platform: "node", format: "esm", logLevel: "error" });
  });

  /** Writes two files, with work between them that says when it begins and lasts. */
  const writing = (folder: string, work: string) => watching(spawn(process.execPath, ["--input-type=module", "-e", `
    import { writeTogether } from ${JSON.stringify(bundle)};
    await writeTogether(${JSON.stringify(folder)}, ["a.txt", "b.txt"], async () => {
      process.stderr.write("working");
      ${work}
      return new Map([["a.txt", "new a"], ["b.txt", "new b"]]);
    });
    process.stderr.write("written");`], { stdio: ["ignore", "ignore", "pipe"] }));

  const waits = "await new Promise((resolve) => { setTimeout(resolve, 20_000); });";
  const computes = "for (const end = Date.now() + 700; Date.now() < end;);";

  it.each([
    { signal: "SIGINT", code: 130, work: waits, because: "Ctrl-C while it waits" },
    { signal: "SIGINT", code: 130, work: computes, because: "Ctrl-C while it computes is heard before anything is written" },
    { signal: "SIGTERM", code: 143, work: waits, because: "128 and the number of the signal" },
    { signal: "SIGHUP", code: 129, work: waits, because: "the terminal was closed" },
  ] as const)("$signal ends it with $code and leaves the files as they were: $because", async ({ signal, code, work }) => {
    const folder = join(place.folder, `kept-${signal}-${work.length}`);
    mkdirSync(folder);
    const file = place.write(`kept-${signal}-${work.length}/a.txt`, "old a");
    const run = writing(folder, work);
    await run.said("working");
    run.process.kill(signal);
    expect(await run.ended).toMatchObject({ code, signal: null, err: "working" });
    expect(readFileSync(file, "utf8")).toBe("old a");
    expect(existsSync(join(folder, "b.txt"))).toBe(false);
  });

  it("a folder that was not there is not made", async () => {
    const folder = join(place.folder, "never/made");
    const run = writing(folder, waits);
    await run.said("working");
    run.process.kill("SIGINT");
    expect((await run.ended).code).toBe(130);
    expect(existsSync(join(place.folder, "never"))).toBe(false);
  });

  it("undisturbed it writes both", async () => {
    const folder = join(place.folder, "both");
    const run = writing(folder, "");
    expect(await run.ended).toMatchObject({ code: 0, err: "workingwritten" });
    expect(readFileSync(join(folder, "b.txt"), "utf8")).toBe("new b");
  });
});

describe("report, interrupted at any moment", () => {
  const scenario = place.write("app.yaml", "name: app\nworkload: { mau: 20000 }\nalternatives: [cognito, postgresql]\n");

  // Before its work begins the process has nothing to keep in order and the signal itself ends it: 130 in a shell.
  it.each([150, 400, 650, 900, 1200, 1600])("after %i ms it has written all files or none, and ends with 130", async (milliseconds) => {
    const folder = join(place.folder, `report-${milliseconds}`);
    const run = start(["report", scenario, "-o", folder]);
    const timer = setTimeout(() => run.process.kill("SIGINT"), milliseconds);
    const { code, signal } = await run.ended;
    clearTimeout(timer);
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    expect([[], ["line-items.csv", "report.html", "result.json"]]).toContainEqual(names);
    if (names.length === 0) expect(code ?? signal).toBe(code === null ? "SIGINT" : 130);
    else expect([0, 130]).toContain(code);
  });
});
