import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const GOOD = "name: app\nworkload: { mau: 1000 }\nalternatives: [cognito]\n";
const bomb = ["a: &a [x,x,x,x,x,x,x,x,x,x]", ..."bcdefghi".split("").map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdefghi"[index]}`).join(",")}]`)].join("\n");

type Case = { readonly title: string; readonly text: string; readonly says: readonly string[] };

const CASES: readonly Case[] = [
  { title: "an unknown key", text: `${GOOD}alternativs: []\n`, says: ["bad.yaml:4:1", 'unknown key "alternativs"', 'did you mean "alternatives"?'] },
  { title: "a misspelt driver", text: "name: app\nworkload: { mau: 1000, signInPerMau: 4 }\nalternatives: [cognito]\n", says: ["bad.yaml:2:24", 'did you mean "signInsPerMau"?'] },
  { title: "negative users", text: "name: app\nworkload: { mau: -1 }\nalternatives: [cognito]\n", says: ["bad.yaml:2:18", "cannot be negative", 'found "-1"'] },
  { title: "a share above 1", text: "name: app\nworkload: { mau: 10, federatedShare: 1.2 }\nalternatives: [cognito]\n", says: ["bad.yaml:2:38", "0 to 1"] },
  { title: "shares that add up to more than 1", text: "name: app\nworkload: { mau: 10, federatedShare: 0.7, socialShare: 0.4 }\nalternatives: [cognito]\n", says: ["bad.yaml:2:56", "together are above 1"] },
  { title: "a number too large to be one", text: "name: app\nworkload: { mau: 1e400 }\nalternatives: [cognito]\n", says: ["bad.yaml:2:18", "not a plain decimal number", '"1e400"'] },
  { title: "a number in another notation", text: "name: app\nworkload: { mau: 1_000, federatedShare: 10 %, signInsPerMau: .5 }\nalternatives: [cognito]\n", says: ["write 1000", "write 0.1)", "write 0.5"] },
  { title: "a missing user count", text: "name: app\nworkload: { signInsPerMau: 4 }\nalternatives: [cognito]\n", says: ['bad.yaml:2:11: "mau" is missing (expected users active in the month)'] },
  { title: "a date before the first price", text: `${GOOD}prices: { asOf: 2011-01-01 }\n`, says: ["bad.yaml:4:17", "has no price on 2011-01-01", "a day from 2024-11-22 on"] },
  { title: "a region that no price is known for", text: `${GOOD}prices: { region: us-gov-west-1 }\n`, says: ['bad.yaml:4:19: no price is known in region "us-gov-west-1"'] },
  { title: "a misspelt region", text: `${GOOD}prices: { region: eu-wst-1 }\n`, says: ['bad.yaml:4:19', 'did you mean "eu-west-1"?'] },
  { title: "a region without a price of this kind", text: "name: app\nworkload: { mau: 1000 }\nalternatives: [postgresql]\nprices: { region: ap-southeast-2 }\n", says: ["bad.yaml:4:19", 'has no price in region "ap-southeast-2"', "known in "] },
  { title: "a number with a comma, as a list has it", text: "name: app\nworkload: { mau: 1000 }\nat: { mau: [50,000] }\nalternatives: [cognito]\n", says: ["bad.yaml:3:16", 'found "000"'] },
  { title: "a number with a comma, as a block has it", text: "name: app\nworkload: { mau: 50,000 }\nalternatives: [cognito]\n", says: ["bad.yaml:2:21", "a comma parts entries: write a number without it"] },
  { title: "a list where a number belongs", text: "name: app\nworkload: { mau: [5] }\nalternatives: [cognito]\n", says: ["bad.yaml:2:18", "found a list of 1; expected a number"] },
  { title: "an empty list", text: `${GOOD}at: { mau: [] }\n`, says: ['bad.yaml:4:12: "mau" has too few entries (found an empty list; expected at least 1)'] },
  { title: "an alternative that is a list", text: "name: app\nworkload: { mau: 1000 }\nalternatives: [[cognito]]\n", says: ["bad.yaml:3:16", "found a list of 1; expected text or a block of keys"] },
  { title: "a promise that is a block", text: "name: app\nworkload: { mau: 1 }\nalternatives: [{ id: x, costs: [{ name: y, monthly: 5 }], traits: { sla: { percent: 99 } } }]\n", says: ["found a block of keys; expected a number or none"] },
  { title: "a value that is none of few", text: `${GOOD}requirements: [sso]\n`, says: ['(found "sso"; expected saml | own-smtp | passwordless | managed-login | token-customisation | threat-protection | multi-region)'] },
  { title: "an unknown book", text: `${GOOD}prices: { book: awz }\n`, says: ["bad.yaml:4:17", 'did you mean "aws"?'] },
  { title: "an unknown architecture", text: "name: app\nworkload: { mau: 1 }\nalternatives: [cognitoo]\n", says: ["bad.yaml:3:16", 'did you mean "cognito"?'] },
  { title: "an unknown setting", text: "name: app\nworkload: { mau: 1 }\nalternatives: [{ id: c, architecture: cognito, settings: { plna: plus } }]\n", says: ["bad.yaml:3:60", 'did you mean "plan"?'] },
  { title: "an unknown value of a setting", text: "name: app\nworkload: { mau: 1 }\nalternatives: [{ id: c, architecture: cognito, settings: { plan: pluss } }]\n", says: ["bad.yaml:3:66", "lite | essentials | plus | classic", 'did you mean "plus"?'] },
  { title: "an architecture that nothing is near to", text: "name: app\nworkload: { mau: 1 }\nalternatives: [zzzzzz]\n", says: ["bad.yaml:3:16", 'there is no architecture "zzzzzz" in book "aws"', "`authcost architectures` lists them"] },
  { title: "two alternatives of one id", text: "name: app\nworkload: { mau: 1 }\nalternatives: [cognito, cognito]\n", says: ["bad.yaml:3:25", "two alternatives are called"] },
  { title: "a cost without an amount", text: "name: app\nworkload: { mau: 1 }\nalternatives: [{ id: x, costs: [{ name: y }] }]\n", says: ["bad.yaml:3:33", "a cost needs an amount"] },
  { title: "costs that mean to stand on an architecture", text: 'name: app\nworkload: { mau: 1 }\nalternatives: [{ id: postgresql, costs: [{ name: y, monthly: "5" }] }]\n', says: ["add `architecture: postgresql`"] },
  { title: "an unknown constraint", text: `${GOOD}decision: { constraints: { hashExprt: true } }\n`, says: ["bad.yaml:4:28", 'unknown key "hashExprt"', 'did you mean "hashExport"?'] },
  { title: "an uptime above 100 percent", text: `${GOOD}decision: { constraints: { sla: 101 } }\n`, says: ["bad.yaml:4:33", 'found "101"', "percent from 50 to 100"] },
  { title: "an uptime given as a share", text: `${GOOD}decision: { constraints: { sla: 0.999 } }\n`, says: ["bad.yaml:4:33", "percent from 50 to 100"] },
  { title: "a switch that the plan does not have", text: "name: app\nworkload: { mau: 1 }\nalternatives: [{ id: c, architecture: cognito, settings: { plan: lite, multiRegion: true } }]\n", says: ["bad.yaml:3:85", "only with plan essentials or plus", 'multiRegion: true with plan "lite"'] },
  { title: "a misspelt place of data", text: `${GOOD}decision: { constraints: { residency: [eu-wst-1] } }\n`, says: ["bad.yaml:4:40", '"residency" is not one of its values', 'did you mean "eu-west-1"?'] },
  { title: "an exclusion of nobody", text: `${GOOD}decision: { constraints: { excludes: [cognitoo] } }\n`, says: ["bad.yaml:4:39", 'did you mean "cognito"?'] },
  { title: "an unknown fact of an alternative", text: "name: app\nworkload: { mau: 1 }\nalternatives: [{ id: x, costs: [{ name: y, monthly: 5 }], traits: { hashExprt: true } }]\n", says: ["bad.yaml:3:69", 'did you mean "hashExport"?'] },
  { title: "a distribution as a block", text: `${GOOD}uncertainty: { drivers: { federatedShare: { triangular: { min: 0, max: 1 } } } }\n`, says: ["bad.yaml:4:57", "found a block of keys; expected [least, likeliest, most]"] },
  { title: "a distribution of too few values", text: `${GOOD}uncertainty: { drivers: { mau: { uniform: [1000] } } }\n`, says: ["bad.yaml:4:43", '"uniform" has too few entries', "expected [least, most]"] },
  { title: "a correlation of one", text: `${GOOD}uncertainty: { correlations: [{ between: [mau], rho: 0.5 }] }\n`, says: ["bad.yaml:4:42", "expected [variable, variable]"] },
  { title: "broken YAML", text: "name: app\nworkload: { mau: 1\nalternatives: [\n", says: ["bad.yaml:", "not valid YAML"] },
  { title: "a key given twice", text: `${GOOD}name: again\n`, says: ['bad.yaml:4:1: the key "name" stands twice in one block'] },
  { title: "a YAML bomb", text: bomb, says: ["bad.yaml:", "unfolds to too many values"] },
  { title: "a prototype key", text: `${GOOD}__proto__: { polluted: yes }\n`, says: ["bad.yaml:4:1", "is not allowed"] },
  { title: "an empty file", text: "# nothing yet\n", says: ["bad.yaml:1:1: the file is empty (expected the keys name, workload, alternatives)"] },
  { title: "a list instead of keys", text: "- a\n- b\n", says: ["bad.yaml:1:1", "is of the wrong kind"] },
];

describe("wrong scenarios", () => {
  const place = scratch();
  afterAll(place.remove);

  it.each(CASES)("$title is told with its place, and nothing is written", ({ text, says }) => {
    const file = place.write("bad.yaml", text);
    const out = join(place.folder, "out");
    const ran = authcost(["report", file, "-o", out]);
    for (const said of says) expect(ran.err).toContain(said);
    expect(ran.err).not.toMatch(/\bat .*\.js:\d+|internal error/);
    expect(ran.out).toBe("");
    expect(ran.code).toBe(1);
    expect(existsSync(out)).toBe(false);
  });

  it("tells all problems at once, each on its line", () => {
    const file = place.write("many.yaml", "name: app\nworkload: { mua: 5, federatedShare: 2 }\nalternatives: [{ id: UPPER }]\nextra: 1\n");
    const lines = authcost(["compare", file]).err.trim().split("\n");
    expect(lines.length).toBeGreaterThanOrEqual(4);
  });

  it("tells keys, names, settings, duplicates and flags in one run, in reading order, each with the nearest name", () => {
    const file = place.write("everything.yaml", [
      "name: app", "workload: { mau: 1000, federatedShare: 2 }", "titel: Oops", "alternatives:",
      "  - cognito", "  - aut0", "  - { id: pg, architecture: postgresql, settings: { multiAZ: true }, titl: x }", "  - { id: pg, architecture: postgresq }",
      "  - { id: hand, settings: { plan: lite }, costs: [{ name: x, monthly: \"5\" }] }", "prices: { book: aws }",
    ].join("\n"));
    const ran = authcost(["compare", file, "--as-of", "yesterday", "--set", "mua=3"]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err.trim().split("\n").map((line) => line.replace("authcost: ", "").replace(file, "everything.yaml"))).toEqual([
      'everything.yaml:2:40: "federatedShare": is above the most that federatedShare can be (found "2"; expected 0 to 1)',
      'everything.yaml:3:1: unknown key "titel" (did you mean "title"?)',
      'everything.yaml:6:5: there is no architecture "aut0" in book "aws" (did you mean "auth0-b2c-essentials", "auth0-b2c-professional", "auth0-b2b-essentials" or "auth0-b2b-professional"?)',
      'everything.yaml:7:53: the architecture "postgresql" has no setting "multiAZ" (did you mean "multiAz"?)',
      'everything.yaml:7:70: unknown key "titl" (did you mean "title"?)',
      'everything.yaml:8:11: two alternatives are called "pg" (give one of them another id and its architecture)',
      'everything.yaml:8:29: there is no architecture "postgresq" in book "aws" (did you mean "postgresql"?)',
      'everything.yaml:9:29: costs given by hand have no setting "plan" (settings belong to an architecture)',
      '--as-of: this value does not fit (found "yesterday"; expected a day (YYYY-MM-DD))',
      '--set: unknown driver "mua" (did you mean "mau"?)',
    ]);
  });

  it("takes the names of the book that a flag chooses", () => {
    const file = place.write("seeded.yaml", "name: app\nworkload: { mau: 1000 }\ntitel: x\nalternatives: [keycloak-self-hosted]\n");
    expect(authcost(["compare", file]).err).not.toContain("keycloak");
    expect(authcost(["compare", file, "--book", "seed"]).err).toContain('there is no architecture "keycloak-self-hosted" in book "seed"');
    expect(authcost(["compare", file, "--book", "sead"]).err).toContain('--book: there is no price book "sead" (did you mean "seed"?)');
  });
});

describe("standard input and output", () => {
  const place = scratch();
  afterAll(place.remove);

  it("standard input is a scenario like any other, and is called by its name", () => {
    expect(authcost(["compare", "-"], { input: GOOD }).code).toBe(0);
    expect(authcost(["compare", "-"], { input: "nam: x" }).err).toContain('standard input:1:1: unknown key "nam"');
    expect(authcost(["validate", "-"], { input: GOOD }).out).toBe("standard input: a valid scenario\n");
  });

  it("diff reads standard input once, though it looks twice", () => {
    const file = place.write("other.yaml", GOOD.replace("1000", "2000"));
    expect(authcost(["diff", "-", file], { input: GOOD })).toMatchObject({ code: 0, err: "" });
  });

  it.skipIf(!existsSync("/dev/full"))("a full disk is told in words", () => {
    const ran = spawnSync("sh", ["-c", '"$0" "$1" price aws.kms.key 5 > /dev/full', process.execPath, join(ROOT, "dist/cli/main.js")], { encoding: "utf8" });
    expect(ran).toMatchObject({ status: 1, stderr: "authcost: standard output: cannot be written: no space is left\n" });
  });

  it.skipIf(process.platform === "win32")("a reader that goes away early is no error", () => {
    const ran = spawnSync("sh", ["-c", '"$0" "$1" prices list --format json | head -n 1', process.execPath, join(ROOT, "dist/cli/main.js")], { encoding: "utf8" });
    expect(ran).toMatchObject({ stdout: "{\n", stderr: "" });
  });
});

describe("names that are up to something", () => {
  const place = scratch();
  afterAll(place.remove);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;
  const names = ["\u001b[31mred", "\u202eback", "bell\u0007", "tab\tbed", "line\nfeed", "\u2028", "n".repeat(9000)];
  const file = place.write("names.yaml", JSON.stringify({
    name: names[0], title: names.join(" ").slice(0, 9000), workload: { mau: "1000" },
    alternatives: names.map((title, index) => ({ id: `a${index}`, title, costs: [{ name: title, monthly: `${5 + index}` }] })),
    uncertainty: { costs: { [names[0] ?? ""]: { uniform: ["1", "9"] } } },
  }));

  it.each([["compare"], ["explain", "-a", "a0"], ["breakeven"], ["horizon"], ["recommend"], ["sensitivity"], ["map"], ["unit-cost"], ["simulate"]])("%s shows them, and no line is long", (command, ...rest) => {
    const ran = authcost([command, file, ...rest]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).not.toMatch(acting);
    expect(Math.max(...ran.out.split("\n").map((line) => line.length))).toBeLessThan(130);
  });

  it("file names and flags are shown as well", () => {
    for (const ran of [authcost(["compare", "\u001b[31m.yaml"]), authcost(["\u001b[31m"]), authcost(["compare", file, "--set", "\u001b=1"]), authcost(["compare", file, "-o", join(place.folder, "\u001b[31m\n.txt")])]) expect(ran.err.slice(0, -1).replaceAll(/\nauthcost: /g, "")).not.toMatch(acting);
  });
});

describe("wrong files and folders", () => {
  const place = scratch();
  let good = "";
  beforeAll(() => { good = place.write("good.yaml", GOOD); });
  afterAll(place.remove);

  it("a folder is no scenario", () => {
    const ran = authcost(["compare", place.folder]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("this is a folder, not a file");
  });

  it("a missing file names its neighbour", () => {
    const ran = authcost(["compare", join(place.folder, "goood.yaml")]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain('did you mean "good.yaml"?');
  });

  it("a file that may not be read, or leads nowhere, is told", () => {
    const dangling = join(place.folder, "dangling.yaml");
    symlinkSync(join(place.folder, "nowhere"), dangling);
    const closed = place.write("closed.yaml", GOOD);
    chmodSync(closed, 0o000);
    // The superuser may read anything; the dangling link stands for the unreadable file there.
    for (const file of process.getuid?.() === 0 ? [dangling] : [dangling, closed]) {
      const ran = authcost(["compare", file]);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).toMatch(/no such file|may not be read/);
    }
  });

  it.each([
    { title: "UTF-16 with its mark", bytes: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, "utf16le")]), says: "it looks like UTF-16: save it as UTF-8" },
    { title: "UTF-16 without a mark", bytes: Buffer.from(GOOD, "utf16le"), says: "it looks like UTF-16: save it as UTF-8" },
    { title: "a zero byte", bytes: Buffer.from(GOOD.replace("app", "a\u0000p")), says: "the file is not UTF-8 text" },
  ])("$title is told", ({ bytes, says }) => {
    const file = join(place.folder, "wide.yaml");
    writeFileSync(file, bytes);
    const ran = authcost(["compare", file]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(says);
  });

  it("a byte order mark and lines ended as on Windows change nothing", () => {
    const file = place.write("windows.yaml", `\uFEFF${GOOD.replaceAll("\n", "\r\n")}`);
    expect(authcost(["compare", file])).toMatchObject({ code: 0, out: authcost(["compare", good]).out });
  });

  it("bytes that are no text are told", () => {
    const file = place.write("bytes.yaml", "");
    const ran = authcost(["compare", process.execPath]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toMatch(/too large|not UTF-8/);
    expect(existsSync(file)).toBe(true);
  });

  it("an output folder that cannot be made leaves nothing behind", () => {
    const blocked = place.write("blocked", "a file");
    const ran = authcost(["report", good, "-o", join(blocked, "out")]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("cannot be written");
  });

  it.runIf(existsSync("/proc/self"))("a folder in a place that takes none is told at once, not tried for ever", () => {
    const ran = authcost(["report", good, "-o", "/proc/authcost/deeper"]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("/proc/authcost/deeper: cannot be written");
  });

  it("an output file that is a folder keeps what is in it", () => {
    const folder = join(place.folder, "taken");
    mkdirSync(join(folder, "report.html"), { recursive: true });
    const ran = authcost(["report", good, "-o", folder]);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(existsSync(join(folder, "result.json"))).toBe(false);
    expect(place.names().filter((name) => name.includes("tmp"))).toEqual([]);
  });
});

describe("wrong arguments", () => {
  it.each([
    [["compre", "x.yaml"], "compare"],
    [["compare"], "<scenario> is missing (expected authcost compare <scenario>"],
    [[], "a command is missing"],
    [["compare", "scenarios/consumer-app.yaml", "--bok", "aws"], 'unknown flag "--bok" (did you mean "--book"?)'],
    [["compare", "scenarios/consumer-app.yaml", "--expect-choise=x"], 'unknown flag "--expect-choise" (did you mean "--expect-choice"?)'],
    [["compare", "scenarios/consumer-app.yaml", "--no-fre-tier"], 'did you mean "--no-free-tier"?'],
    [["compare", "scenarios/consumer-app.yaml", "--mau"], "--mau stands without its value"],
    [["explain", "scenarios/consumer-app.yaml"], "--alternative is missing"],
    [["compare", "scenarios/consumer-app.yaml", "--set", "mau=1", "--set", "mau=2"], '--set: "mau" is set more than once'],
    [["compare", "scenarios/consumer-app.yaml", "twice"], '"twice" is one argument too many'],
    [["prices", "lst"], 'unknown command "lst" (did you mean "list"?)'],
    [["price", "aws.cognito"], "<quantity> is missing (expected authcost price <rate> <quantity>"],
    [["compare", "scenarios/consumer-app.yaml", "--set", "mua=5"], 'did you mean "mau"?'],
    [["compare", "scenarios/consumer-app.yaml", "--set", "mau"], "driver=value"],
    [["compare", "scenarios/consumer-app.yaml", "--mau", "1,-2,x"], "whole numbers of users"],
    [["compare", "scenarios/consumer-app.yaml", "--mau", "50,000"], "a comma parts two counts: write 50000, not 50,000"],
    [["compare", "scenarios/consumer-app.yaml", "--mau", "1e5"], "write 100000"],
    [["compare", "scenarios/consumer-app.yaml", "--set", "federatedShare=10%"], "write 0.1"],
    [["compare", "scenarios/consumer-app.yaml", "--region", "mars-1"], '--region: no price is known in region "mars-1"'],
    [["price", "aws.kms.key", "1e3"], "write 1000"],
    [["price", "aws.kms.key", "5", "--region", "eu-wst-1"], 'did you mean "eu-west-1"?'],
    [["compare", "scenarios/consumer-app.yaml", "--as-of", "yesterday"], "YYYY-MM-DD"],
    [["compare", "scenarios/consumer-app.yaml", "--format", "tabel"], 'expected table | json | csv | markdown | html; did you mean "table"?'],
    [["explain", "scenarios/consumer-app.yaml", "--alternative", "cognit"], 'did you mean "cognito"?'],
  ])("%j is told what to type instead", (args, said) => {
    const ran = authcost(args);
    expect(ran.err).toContain(said);
    expect(ran.err).not.toMatch(/\bat .*\.js:\d+/);
    expect(ran).toMatchObject({ code: 1, out: "" });
  });
});
