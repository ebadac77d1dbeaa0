import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { wordsFor } from "../../src/cli/schema-words.js";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const compare = (...flags: readonly string[]) => authcost(["compare", "scenarios/consumer-app.yaml", ...flags]);

describe("the gate of compare", () => {
  it.each([
    { flags: ["--fail-on", "cognito.monthly>500"], code: 2, says: "the rule cognito.monthly>500 forbids it" },
    { flags: ["--fail-on", "cognito-lite.monthly>500"], code: 0, says: "" },
    { flags: ["--fail-on", "cognito-lite.monthly>500", "--fail-on", "postgresql.once>=18000"], code: 2, says: "postgresql.once>=18000" },
    { flags: ["--budget", "400"], code: 2, says: "above the budget of $400.00" },
    { flags: ["--budget", "500"], code: 0, says: "" },
    { flags: ["--expect-choice", "cognito-lite"], code: 0, says: "" },
    { flags: ["--expect-choice", "dynamodb"], code: 2, says: "The choice is cognito-lite, not dynamodb" },
    { flags: ["--fail-on", "cognit.monthly>5"], code: 1, says: 'did you mean "cognito"?' },
    { flags: ["--fail-on", "cognito.weekly>5"], code: 1, says: "cannot be read" },
    { flags: ["--fail-on", "cognito.monthly==5"], code: 1, says: "then > >= < or <=" },
    { flags: ["--fail-on", "cognito.monthly > $1,350"], code: 2, says: "forbids it" },
    { flags: ["--budget", "$500.00"], code: 0, says: "" },
    { flags: ["--budget", "1,00"], code: 1, says: 'this is not an amount (found "1,00"' },
    { flags: ["--budget", ""], code: 1, says: "this is not an amount" },
    { flags: ["--expect-choice", ""], code: 1, says: "the scenario has no alternative" },
    { flags: ["--against", "2026-10-01", "--budget", "1"], code: 1, says: "a gate looks at one day" },
  ])("$flags exits with $code", ({ flags, code, says }) => {
    const ran = compare(...flags);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(says);
  });
});

describe("schema, init and completion", () => {
  const place = scratch();
  afterAll(place.remove);

  it.each(["scenario", "prices", "claims"])("the schema of %s is draft 7 and refuses unknown keys", (kind) => {
    const schema = JSON.parse(authcost(["schema", kind]).out);
    expect(schema).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#", additionalProperties: false });
  });

  it("an editor may write driver values as numbers", () => {
    const schema = JSON.parse(authcost(["schema", "scenario"]).out);
    expect(JSON.stringify(schema.properties.workload.properties.mau)).toContain('"number"');
  });

  it("an editor may write months, counts and published figures as numbers", () => {
    const { months, from, claimed } = JSON.parse(authcost(["schema", "claims"]).out).properties.claims.items.properties;
    expect([months, from, claimed].map((one) => one.type)).toEqual([["number", "string"], ["number", "string"], ["number", "string"]]);
  });

  it("an editor may write scores as numbers and settings as words, numbers or switches", () => {
    const { alternatives } = JSON.parse(authcost(["schema", "scenario"]).out).properties;
    const { scores, settings } = alternatives.items.anyOf[1].properties;
    expect(scores.properties.federation.properties.score.enum).toEqual(["1", "2", "3", "4", "5", 1, 2, 3, 4, 5]);
    expect(settings.additionalProperties.type).toEqual(["string", "number", "boolean"]);
  });

  it.each(["scenario", "prices", "claims"])("the schema of %s says of each key what it means", (kind) => {
    const silent: string[] = [];
    const visit = (part: unknown, path: readonly string[]): void => {
      if (typeof part !== "object" || part === null) return;
      for (const [key, value] of Object.entries(part)) {
        // A key without words of its own would say those of another key that takes the same kind of value.
        if (path.at(-1) === "properties" && wordsFor([...path, key].filter((_, index, all) => all[index - 1] === "properties")) === undefined) silent.push([...path, key].join("."));
        visit(value, [...path, key]);
      }
    };
    visit(JSON.parse(authcost(["schema", kind]).out), []);
    expect(silent).toEqual([]);
  });

  it("init writes a scenario that compares, and never over another file", () => {
    const file = join(place.folder, "first.yaml");
    expect(authcost(["init", file]).code).toBe(0);
    expect(authcost(["compare", file]).code).toBe(0);
    expect(authcost(["init", file])).toMatchObject({ code: 1 });
  });

  it.each([
    { line: ["com"], gives: ["compare", "completion"] },
    { line: ["architectures", "cogn"], gives: ["cognito"] },
    { line: ["prices", ""], gives: ["list", "show", "diff", "verify", "import"] },
    { line: ["compare", "app.yaml", "--format", ""], gives: ["table", "json", "csv", "markdown", "html"] },
    { line: ["price", "aws.sts"], gives: ["aws.sts.request"] },
    { line: ["prices", "show", "aws.nat."], gives: ["aws.nat.gb", "aws.nat.hour"] },
    { line: ["explain", join(ROOT, "scenarios/consumer-app.yaml"), "-a", "cog"], gives: ["cognito", "cognito-lite"] },
    { line: ["explain", "nowhere.yaml", "-a", ""], gives: [] },
  ])("bash completes $line", ({ line, gives }) => {
    const program = place.write("authcost", `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "dist/cli/main.js")}" "$@"\n`);
    chmodSync(program, 0o755);
    const words = ["authcost", ...line].map((word) => `'${word}'`).join(" ");
    const script = `source <(authcost completion)\nCOMP_WORDS=(${words})\nCOMP_CWORD=${line.length}\n"$(complete -p authcost | sed 's/.*-F \\([^ ]*\\).*/\\1/')"\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const ran = spawnSync("bash", ["-c", script], { encoding: "utf8", env: { ...process.env, SHELL: "/bin/bash", PATH: `${place.folder}:${process.env.PATH ?? ""}` } });
    expect(ran.stderr).toBe("");
    expect(ran.stdout.split("\n").filter((word) => word !== "")).toEqual(gives);
  });
});
