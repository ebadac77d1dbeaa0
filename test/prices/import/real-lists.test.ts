import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { authcost, scratch } from "../../support/command-line.js";

/** Lists at hand beside the project, not part of it: the tests run against whatever of them is there. */
const FOLDER = fileURLToPath(new URL("../../../../shared/data/offers/", import.meta.url));
const RULES = fileURLToPath(new URL("../../../pricing/import-rules/", import.meta.url));

type Head = { readonly offerCode?: string; readonly version?: string; readonly publicationDate?: string; readonly products?: unknown; readonly terms?: unknown };

function isOffer(text: string): boolean {
  try {
    const head = JSON.parse(text) as Head;
    return typeof head === "object" && head !== null && head.products !== undefined && head.terms !== undefined;
  } catch {
    return false;
  }
}

const lists = existsSync(FOLDER)
  ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".json")).sort().map((path) => ({ path, text: readFileSync(`${FOLDER}${path}`, "utf8") })).filter(({ text }) => isOffer(text))
  : [];
const services = readdirSync(RULES).filter((name) => name !== "regions.yaml").map((name) => name.replace(".yaml", ""));

/** What each list gives with the rules of each service: rates, or the first word of a refusal; never an internal error. */
function outcome(path: string, service: string): string {
  const place = scratch();
  try {
    const ran = authcost(["prices", "import", `${FOLDER}${path}`, "--service", service, "-o", place.folder]);
    if (ran.code === 0) return authcost(["validate", ...place.names().map((name) => `${place.folder}/${name}`)]).code === 0 ? "written" : "written, but not valid";
    return ran.err.includes("internal error") ? ran.err : "refused";
  } finally {
    place.remove();
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  "AmazonElastiCache-offer-20250624130639-extract.json": "aws.elasticache",
  "cognito/cognito-offer-skeleton.SYNTHETIC.json": "aws.cognito",
  "synthetic-shape/aws_dynamodb.json": "aws.dynamodb",
};

describe("every list at hand", () => {
  // Stands in this suite so that it has a test where no list is at hand, as on a fresh machine.
  it(`${lists.length} lists in offer format stand beside the project`, () => {
    expect(lists.length > 0).toBe(existsSync(FOLDER));
  });

  it.each(lists.map(({ path }) => path))("%s gives rates to its own service, and a reason to every other", (path) => {
    const offerCode = (JSON.parse(readFileSync(`${FOLDER}${path}`, "utf8")) as Head).offerCode;
    const asked = services.filter((service) => EXPECTED[path] === service || service === "aws.cognito" || offerCode === undefined);
    const results = asked.map((service) => `${service}: ${outcome(path, service)}`);
    expect(results).toEqual(asked.map((service) => `${service}: ${EXPECTED[path] === service ? "written" : "refused"}`));
  });

  const elasticache = lists.map(({ path }) => path).filter((path) => path.startsWith("AmazonElastiCache-offer-20250624130639"));
  it.each(elasticache)("%s keeps its reserved terms out of the price on demand, though they stand among its terms", (path) => {
    const place = scratch();
    authcost(["prices", "import", `${FOLDER}${path}`, "--service", "elasticache", "-o", place.folder]);
    const text = readFileSync(`${place.folder}/2025-06-24.yaml`, "utf8");
    place.remove();
    expect(text, "580.788 upfront / 8,760 hours = 0.0663, and 0.0664 an hour").toContain('rate: "0.1327"');
    expect(text, "2,412.504 / 26,280").toContain('rate: "0.0918"');
    expect(text).not.toContain("aws.elasticache.valkey.cache.c7gn.large:");
  });
});
