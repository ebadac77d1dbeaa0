import { describe, expect, it } from "vitest";
import { checkNames } from "../../src/engine/check-names.js";
import { ProblemError } from "../../src/problems/problem.js";
import type { CheckNames, Names } from "../../src/scenario/names-in.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

const HEAD = "name: app\nworkload: { mau: 1000 }\n";

/** The names that a checker is asked about, and what parsing complains of. */
function read(text: string, check?: CheckNames): { readonly names: Names | undefined; readonly complaints: readonly string[] } {
  let names: Names | undefined;
  try {
    parseScenario(text, { file: "a.yaml", hash: "" }, (given) => {
      names = given;
      return check?.(given) ?? [];
    });
    return { names, complaints: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { names, complaints: error.problems.map((problem) => `${problem.place?.line}:${problem.place?.column} ${problem.message}`) };
  }
}
const shown = (names: Names | undefined): readonly string[] => names?.alternatives.map(({ id, architecture, settings }) => [id, architecture ?? "by hand", ...Object.entries(settings).map(([name, value]) => `${name}=${value}`)].join(" ")) ?? [];

describe("the names of a scenario", () => {
  it.each([
    { title: "an id alone names its architecture", text: "alternatives: [cognito]", names: ["cognito cognito"] },
    { title: "costs alone have none", text: 'alternatives: [{ id: x, costs: [{ name: y, monthly: "5" }] }]', names: ["x by hand"] },
    { title: "an architecture and its settings", text: "alternatives: [{ id: x, architecture: cognito, settings: { plan: lite } }]", names: ["x cognito plan=lite"] },
    { title: "beside an unknown key in the same alternative", text: "alternatives: [{ id: x, architecture: aut0, titel: t }]", names: ["x aut0"] },
    { title: "beside an alternative that cannot be read", text: "alternatives: [{ architecture: aut0 }, [x], cognito]", names: ["cognito cognito"] },
    { title: "what is no id is left to the shape", text: "alternatives: [UPPER, { id: x, architecture: [y] }]", names: [] },
    { title: "a setting that is no text is left to the shape", text: "alternatives: [{ id: x, architecture: cognito, settings: { plan: [lite], mfa: none } }]", names: ["x cognito mfa=none"] },
    { title: "no list of alternatives", text: "alternatives: cognito", names: [] },
  ])("$title", ({ text, names }) => {
    expect(shown(read(`${HEAD}${text}\n`).names)).toEqual(names);
  });

  it("the book is the stated one, or the usual one", () => {
    expect(read(`${HEAD}alternatives: [x]\nprices: { book: seed }\n`).names?.book).toBe("seed");
    expect(read(`${HEAD}alternatives: [x]\nprices: [seed]\n`).names?.book).toBe("aws");
  });
});

describe("problems of shape and names", () => {
  it("come together, in reading order", () => {
    const { complaints } = read(`titel: x\n${HEAD}alternatives:\n  - aut0\n  - { id: a, architecture: cognito, settings: { plna: lite } }\n  - a\nuncertain: 1\n`, checkNames);
    expect(complaints).toEqual([
      '1:1 unknown key "titel"',
      '5:5 there is no architecture "aut0" in book "aws"',
      '6:49 the architecture "cognito" has no setting "plna"',
      '7:5 two alternatives are called "a"',
      '7:5 there is no architecture "a" in book "aws"',
      '8:1 unknown key "uncertain"',
    ]);
  });

  it("come together with names that point to nothing inside the scenario", () => {
    expect(read(`${HEAD}alternatives: [cognito, aut0]\nmigration: { from: keycloak }\n`, checkNames).complaints).toEqual([
      '3:25 there is no architecture "aut0" in book "aws"',
      '4:20 there is no alternative "keycloak"',
    ]);
  });

  it("an unknown book is the only complaint about names, since it decides what is known", () => {
    expect(read(`${HEAD}alternatives: [aut0]\nprices: { book: awz }\n`, checkNames).complaints).toEqual(['4:17 there is no price book "awz"']);
  });
});
