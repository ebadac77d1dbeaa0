import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, scratch } from "../support/command-line.js";

/** A comparison as its default table has a program of its own, which must say what the other one says when it is asked for a table. */
describe("compare without a format", () => {
  const place = scratch();
  const SCENARIO = "name: app\nprices: { asOf: 2026-10-06 }\nworkload: { mau: 20000 }\nalternatives: [cognito, dynamodb]\n";
  const ran = (args: readonly string[], input = "") => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(place.folder, "dist/cli/main.js"), "compare", ...args], { encoding: "utf8", cwd: place.folder, input });
    return { status, stdout, stderr };
  };
  beforeAll(() => {
    for (const part of ["dist", "pricing", "package.json"]) cpSync(join(ROOT, part), join(place.folder, part), { recursive: true });
    place.write("app.yaml", SCENARIO);
    place.write("bad.yaml", SCENARIO.replace("cognito", "cognitoo"));
  });
  afterAll(place.remove);

  it.each([
    { says: "a table", args: ["app.yaml"], code: 0 },
    { says: "a scenario from standard input", args: ["-"], input: SCENARIO, code: 0 },
    { says: "a broken gate", args: ["app.yaml", "--budget", "1", "--fail-on", "dynamodb.monthly>1", "--expect-choice", "cognito"], code: 2 },
    { says: "other prices", args: ["app.yaml", "--region", "eu-west-1", "--stand-in", "us-east-1", "--no-free-tier", "--set", "signInsPerMau=12"], code: 0 },
    { says: "a wrong name", args: ["bad.yaml"], code: 1 },
    { says: "no file", args: ["nowhere.yaml"], code: 1 },
    { says: "a wrong flag", args: ["app.yaml", "--budgt", "1"], code: 1 },
    { says: "no scenario", args: [], code: 1 },
  ])("$says: the same with `--format table`", ({ args, code, input = "" }) => {
    const plain = ran(args, input);
    expect(plain.status).toBe(code);
    expect(plain.stderr).not.toContain("internal error");
    expect(plain).toEqual(ran([...args, "--format", "table"], input));
  });

  it("also when a price file was edited, which no build has seen", () => {
    const before = ran(["app.yaml"]).stdout;
    const path = join(place.folder, "pricing/aws/kms/2026-09-11.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace(/(aws\.kms\.key:[\s\S]*?rate: ")1(?:\.00)?(")/, "$130$2"));
    const edited = ran(["app.yaml"]);
    expect(edited).toMatchObject({ status: 0, stderr: "" });
    expect(edited.stdout).not.toBe(before);
    expect(edited).toEqual(ran(["app.yaml", "--format", "table"]));
  });
});
