import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const SCENARIO = "scenarios/consumer-app.yaml";

describe("compare", () => {
  it("prints a table that fits 80 columns, the answer and what would change it", () => {
    const { out, code } = authcost(["compare", SCENARIO]);
    expect(code).toBe(0);
    expect(out).toMatch(/50k users +100k users +1M users/);
    expect(out).toContain("What would change the answer:");
    expect(out.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
  });

  it("gives the same bytes for the same input", () => {
    const args = ["compare", SCENARIO, "--format", "json"];
    expect(authcost(args).out).toBe(authcost(args).out);
  });

  it("adds up: each bill is the sum of its lines, each line the sum of its slices", () => {
    const result = JSON.parse(authcost(["compare", SCENARIO, "--format", "json"]).out);
    const cents = (text: string): bigint => {
      const [whole = "0", part = ""] = text.split(".");
      return BigInt(whole + part.padEnd(40, "0").slice(0, 40));
    };
    const sum = (texts: readonly string[]): bigint => texts.map(cents).reduce((total, one) => total + one, 0n);
    const alternatives = result.points.flatMap((point: { alternatives: unknown[] }) => point.alternatives) as { monthly: string; lines: { amount: string; slices: { amount: string }[] }[] }[];
    expect(alternatives).toHaveLength(15);
    for (const one of alternatives) {
      expect(sum(one.lines.map((line) => line.amount))).toBe(cents(one.monthly));
      for (const line of one.lines) expect(sum(line.slices.map((slice) => slice.amount))).toBe(cents(line.amount));
    }
  });

  it("lets another region's prices stand in where one has none, and says for which", () => {
    const ireland = ["compare", SCENARIO, "--region", "eu-west-1"];
    const refused = authcost(ireland);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--region: "aws.kms.key" has no price in region "eu-west-1"');
    expect(refused.err).toContain("--stand-in lets one of them stand in, marked");
    const { out, code } = authcost([...ireland, "--stand-in", "us-east-1"]);
    expect(code).toBe(0);
    expect(out).toContain("eu-west-1\n(us-east-1 where none is known there)");
    expect(out).toMatch(/No price is known in eu-west-1 for [^:]*aws\.kms\.key[^:]*:\s+those of us-east-1 stand in\./);
    const result = JSON.parse(authcost([...ireland, "--stand-in", "us-east-1", "--format", "json"]).out);
    expect(result.provenance).toMatchObject({ region: "eu-west-1", standIn: "us-east-1" });
    expect(result.assumptions).toContainEqual({ kind: "price", name: "aws.kms.key", value: "the price of us-east-1", meaning: "Customer-managed key, per month", because: "no price is known in eu-west-1" });
  });

  it("takes other sizes, drivers, dates and free tiers from flags", () => {
    const json = (extra: readonly string[]) => JSON.parse(authcost(["compare", SCENARIO, "--format", "json", ...extra]).out);
    expect(json(["--mau", "5000,70000"]).points.map((point: { mau: string }) => point.mau)).toEqual(["5000", "70000"]);
    expect(json(["--as-of", "2024-11-22"]).provenance.asOf).toBe("2024-11-22");
    const lite = (result: { points: { alternatives: { id: string; lines: { rate: string; amount: string }[] }[] }[] }) => result.points[0]?.alternatives.find((one) => one.id === "cognito-lite")?.lines.find((line) => line.rate === "aws.cognito.lite.mau")?.amount;
    expect(lite(json(["--mau", "10000"]))).toBe("0");
    expect(lite(json(["--mau", "10000", "--no-free-tier"]))).toBe("55");
    expect(json(["--set", "mau=5000"]).recommendation.mau).toBe("5000");
  });

  it("writes CSV with formulas defused, Markdown, and HTML", () => {
    const place = scratch();
    const file = place.write("hostile.yaml", 'name: "=cmd()"\nworkload: { mau: 10 }\nalternatives: [{ id: a, title: "=HYPERLINK(1)", costs: [{ name: "+1<script>alert(1)</script>", monthly: "5" }] }]\n');
    const csv = authcost(["compare", file, "--format", "csv"]).out;
    expect(csv).toContain("'=cmd()");
    expect(csv).toContain("'+1");
    const html = authcost(["compare", file, "--format", "html"]).out;
    expect(html).not.toContain("<script>alert");
    expect(authcost(["compare", file, "--format", "markdown"]).out).not.toContain("<script>");
    place.remove();
  });
});

describe("explain", () => {
  it("shows drivers, quantity, free part, tiers and source of each line", () => {
    const { out, code } = authcost(["explain", SCENARIO, "--alternative", "cognito-lite", "--mau", "100000"]);
    expect(code).toBe(0);
    expect(out).toContain("10,000 MAU free: $0.00");
    expect(out).toContain("10,000 to 100,000: 90,000 MAU × $0.0055 = $495.00");
    expect(out).toContain("https://aws.amazon.com/cognito/pricing/");
  });

  it("works a quantity out once, where it is first used, and shows what components add up to", () => {
    const { out } = authcost(["explain", SCENARIO, "-a", "dynamodb", "--mau", "100000"]);
    const first: readonly string[] = out.match(/^ {4}\S[^=\n]* = /gm) ?? [];
    expect(first.filter((one, index) => first.indexOf(one) !== index)).toEqual([]);
    const dollars = (name: string): number => Number(new RegExp(`^${name} +\\$([\\d,.]+)$`, "m").exec(out)?.[1]?.replaceAll(",", ""));
    const parts = ["DynamoDB", "Auth service \\(Lambda\\)", "Encryption \\(KMS\\)", "Operations", "Messages", "Given by hand"].map(dollars);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(dollars("Total"), 1);
  });

  it("keeps every step of every line in JSON, exact", () => {
    const { lines } = JSON.parse(authcost(["explain", SCENARIO, "-a", "dynamodb", "--mau", "100000", "--format", "json"]).out);
    const steps = (charge: string): readonly { name: string; value: string }[] => lines.find((line: { charge: string }) => line.charge === charge).steps;
    for (const charge of ["HTTP API requests", "Invocations"]) expect(steps(charge).map((step) => step.name)).toContain("auth requests");
    expect(steps("Storage").find((step) => step.name === "stored data")?.value).toBe("0.3397464752197265625");
  });
});

describe("report", () => {
  const place = scratch();
  afterAll(place.remove);

  it("writes three files whose figures agree, and prints the comparison", () => {
    const out = join(place.folder, "report");
    const ran = authcost(["report", SCENARIO, "-o", out]);
    expect(ran.code).toBe(0);
    const result = JSON.parse(readFileSync(join(out, "result.json"), "utf8"));
    const csv = readFileSync(join(out, "line-items.csv"), "utf8");
    const html = readFileSync(join(out, "report.html"), "utf8");
    expect(csv.trim().split("\n")).toHaveLength(1 + result.points.flatMap((point: { alternatives: { lines: unknown[] }[] }) => point.alternatives.flatMap((one) => one.lines)).length);
    expect(html).toContain(result.recommendation.sentence.replaceAll("&", "&amp;"));
    expect(ran.out).toBe(authcost(["compare", SCENARIO]).out);
  });
});

describe("check", () => {
  it("re-computes the original document's tables and names the cause of each difference", () => {
    const { claims } = JSON.parse(authcost(["check", "scenarios/claims/seed.yaml", "--format", "json"]).out);
    const one = (id: string) => claims.find((claim: { id: string }) => claim.id === id);
    expect(one("cognito-standard-1000000")).toMatchObject({ claimed: "5500", computed: "5225", difference: "275", verdict: "differs", causes: [{ kind: "free-tier-left-out", amount: "275" }] });
    expect(one("cognito-federated-100000")).toMatchObject({ computed: "750", verdict: "holds" });
    expect(one("postgresql-1000000")).toMatchObject({ verdict: "holds", causes: [{ kind: "within-range" }] });
    expect(one("dynamodb-50000")).toMatchObject({ verdict: "differs", causes: [{ kind: "unexplained" }] });
  });

  it("exits with 2 when a claim differs and --strict is set", () => {
    expect(authcost(["check", "scenarios/claims/seed.yaml"]).code).toBe(0);
    expect(authcost(["check", "scenarios/claims/seed.yaml", "--strict"]).code).toBe(2);
  });
});

describe("validate and help", () => {
  it("finds every shipped file valid", () => {
    const { out, code } = authcost(["validate", "scenarios/consumer-app.yaml", "scenarios/claims/seed.yaml", "pricing/aws/cognito/2024-11-22.yaml"]);
    expect(code).toBe(0);
    expect(out).toContain("a valid scenario");
    expect(out).toContain("a valid claims");
    expect(out).toContain("a valid price file");
  });

  it.each([[[]], [["price"]], [["compare"]], [["explain"]], [["report"]], [["check"]], [["validate"]]])("%j --help shows how to use it", (command) => {
    const { out, code } = authcost([...command, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain("authcost");
    expect(out.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
  });

  it("states the version of the package", () => {
    expect(authcost(["--version"]).out.trim()).toBe(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version);
  });
});
