import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";
import { type Running, start } from "../support/running.js";

const place = scratch();
const running: Running[] = [];
afterEach(() => { for (const one of running.splice(0)) one.process.kill("SIGKILL"); });
afterAll(place.remove);

const WATCHING = "Ctrl-C ends";
const scenarioOf = (mau: string): string => `name: app\nworkload: { mau: ${mau} }\nalternatives: [cognito, { id: hand, costs: [{ name: Rent, monthly: "10" }] }]\n`;
const result = (folder: string) => JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
function watch(args: readonly string[], options: Parameters<typeof start>[1] = {}): Running {
  const one = start(["report", ...args, "--watch"], options);
  running.push(one);
  return one;
}

describe("report --watch", () => {
  it("writes again when the scenario changes, says what is wrong with it, goes on, and Ctrl-C ends it with 130", async () => {
    const file = place.write("app.yaml", scenarioOf("20000"));
    const out = join(place.folder, "out");
    const one = watch([file, "-o", out]);
    await one.said(WATCHING);
    expect(result(out).scenario.mau).toBe("20000");

    writeFileSync(file, scenarioOf("30000"));
    await one.said(WATCHING, 2);
    expect(result(out).scenario.mau).toBe("30000");

    writeFileSync(file, scenarioOf("-5"));
    await one.said(WATCHING, 3);
    await one.said(`${file}:2:18: "mau": cannot be negative`);
    expect(result(out).scenario.mau, "the last good report stays").toBe("30000");

    // As editors do that write beside the file and rename.
    renameSync(place.write("app.yaml~", scenarioOf("40000")), file);
    await one.said(WATCHING, 4);
    expect(result(out).scenario.mau).toBe("40000");

    one.process.kill("SIGINT");
    expect(await one.ended).toMatchObject({ code: 130, signal: null });
  });

  it("takes several changes in a row as one", async () => {
    const file = place.write("row.yaml", scenarioOf("20000"));
    const one = watch([file, "-o", join(place.folder, "row")]);
    await one.said(WATCHING);
    for (const mau of ["1", "2", "3", "4"]) {
      writeFileSync(file, scenarioOf(mau));
      await new Promise((resolve) => { setTimeout(resolve, 30); });
    }
    await one.said(WATCHING, 2);
    expect(result(join(place.folder, "row")).scenario.mau).toBe("4");
    one.process.kill("SIGINT");
    expect((await one.ended).err.split(WATCHING)).toHaveLength(3);
  });

  it("writes again when a price file changes", async () => {
    const root = join(place.folder, "copy");
    for (const folder of ["dist", "pricing"]) cpSync(join(ROOT, folder), join(root, folder), { recursive: true, preserveTimestamps: true });
    const file = place.write("priced.yaml", `${scenarioOf("20000")}prices: { asOf: 2026-09-20 }\n`);
    const out = join(place.folder, "priced");
    const one = watch([file, "-o", out], { root });
    await one.said(WATCHING);
    const monthly = (): string => result(out).points[0].alternatives[0].monthly;
    const before = monthly();
    const path = join(root, "pricing/aws/cognito/2026-06-22.yaml");
    const text = readFileSync(path, "utf8");
    expect(text).toContain('"0.015"');
    writeFileSync(path, text.replaceAll('"0.015"', '"0.016"'));
    await one.said(WATCHING, 2);
    // 10,000 paid users at a tenth of a cent more
    expect(Number(monthly()) - Number(before)).toBeCloseTo(10, 9);
    one.process.kill("SIGINT");
    expect((await one.ended).code).toBe(130);
  });

  it("cannot watch standard input", () => {
    expect(authcost(["report", "-", "--watch"], { input: scenarioOf("5") })).toMatchObject({ code: 1, out: "", err: "authcost: --watch: standard input cannot be watched (expected a scenario file)\n" });
  });
});

describe("report --watch, started on what no edit would mend", () => {
  const file = place.write("sound.yaml", scenarioOf("5"));
  it.each([
    { title: "a file that is not there", args: [join(place.folder, "none.yaml")], says: "there is no such file" },
    { title: "a wrong flag", args: [file, "--set", "mua=5"], says: 'unknown driver "mua"' },
    { title: "a place that cannot be written", args: [file, "-o", join(file, "out")], says: "cannot be written" },
  ])("ends at once for $title", ({ args, says }) => {
    const ran = authcost(["report", ...args, "--watch"]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(says);
  });
});

describe.skipIf(process.platform !== "linux")("report --open", () => {
  const file = place.write("opened.yaml", scenarioOf("20000"));
  const out = join(place.folder, "opened");
  const opened = join(place.folder, "opened.txt");

  /** A PATH on which xdg-open is the given script, or on which there is none. */
  const pathWith = (script: string | undefined): NodeJS.ProcessEnv => {
    const folder = join(place.folder, `bin-${script === undefined ? "none" : script.length}`);
    mkdirSync(folder, { recursive: true });
    if (script !== undefined) {
      writeFileSync(join(folder, "xdg-open"), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, "xdg-open"), 0o755);
    }
    return { PATH: folder };
  };
  const report = async (script: string | undefined) => {
    const one = start(["report", file, "-o", out, "--open"], { env: pathWith(script) });
    running.push(one);
    return one.ended;
  };

  it("hands the page to the opener", async () => {
    expect(await report(`echo "$@" > ${opened}`)).toMatchObject({ code: 0 });
    expect(readFileSync(opened, "utf8")).toBe(`${join(out, "report.html")}\n`);
  });

  it.each([
    { title: "there is none", script: undefined, says: "was not opened: there is no xdg-open here" },
    { title: "it cannot", script: "exit 3", says: "was not opened: xdg-open ended with 3" },
  ])("says so when $title, and is no failure", async ({ script, says }) => {
    const ended = await report(script);
    expect(ended.code).toBe(0);
    expect(ended.err).toContain(says);
  });

  it("opens once, however often it writes again", async () => {
    writeFileSync(opened, "");
    const watched = place.write("once.yaml", scenarioOf("20000"));
    const one = watch([watched, "-o", join(place.folder, "once"), "--open"], { env: pathWith(`echo once >> ${opened}`) });
    await one.said(WATCHING);
    writeFileSync(watched, scenarioOf("30000"));
    await one.said(WATCHING, 2);
    expect(readFileSync(opened, "utf8")).toBe("once\n");
  });
});
