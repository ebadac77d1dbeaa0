import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { authcost, scratch } from "../../support/command-line.js";
import { OFFERS, offerText } from "./import-text.js";

let place: ReturnType<typeof scratch>;
beforeEach(() => { place = scratch(); });
afterEach(() => { place.remove(); });

const COGNITO = [`${OFFERS}cognito-eu-west-1.json`, `${OFFERS}cognito-global.json`];
const run = (files: readonly string[], service: string, ...more: readonly string[]) => authcost(["prices", "import", ...files, "--service", service, ...more], { cwd: place.folder });
const written = (path: string): string => readFileSync(join(place.folder, path), "utf8");

describe("prices import", () => {
  it("writes a dated price file with its sources, which the command line then prices with", () => {
    const ran = run(COGNITO, "cognito");
    expect(ran).toMatchObject({ code: 0, out: "wrote pricing/aws/cognito/2026-06-22.yaml\n" });
    const text = written("pricing/aws/cognito/2026-06-22.yaml");
    expect(text).toContain("url: https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonCognito/20260622204707/eu-west-1/index.json");
    expect(text).toContain('note: "Price list version 20260622204707, published 2026-06-22T20:47:07Z; terms effective 2026-06-01."');
    expect(text).toContain("retrieved: 2026-06-22");
    expect(authcost(["validate", "pricing/aws/cognito/2026-06-22.yaml"], { cwd: place.folder }).code).toBe(0);
  });

  it("says on standard error what was mapped, what not, and what was left out; no progress where nobody watches", () => {
    const { err } = run(COGNITO, "aws.cognito");
    expect(err.split("\n")).toEqual([
      `${COGNITO[0]}: 5 SKUs meant by a rule, 1 SKU by none`,
      "  no rule: Sync CognitoSyncOperation",
      "  left out: 1 FlatRate term that no rule asks for",
      "  left out: 1 sold in an AWS Local Zone",
      `${COGNITO[1]}: 2 SKUs meant by a rule, 0 SKUs by none`,
      "5 rates in 1 Region: 5 prices", "",
    ]);
  });

  it("importing the same files twice changes nothing", () => {
    run(COGNITO, "cognito");
    const first = written("pricing/aws/cognito/2026-06-22.yaml");
    expect(run(COGNITO, "cognito")).toMatchObject({ code: 0, out: "unchanged: no price differs from pricing/aws/cognito/2026-06-22.yaml, in force on 2026-06-22\n" });
    expect(run(COGNITO, "cognito", "-o", "pricing/aws/cognito")).toMatchObject({ code: 0, out: "unchanged: pricing/aws/cognito/2026-06-22.yaml\n" });
    expect(written("pricing/aws/cognito/2026-06-22.yaml")).toBe(first);
  });

  it("CSV and JSON of one list give the same rates", () => {
    run([`${OFFERS}rds.json`], "rds-postgresql", "-o", "json");
    run([`${OFFERS}rds.csv`], "rds-postgresql", "-o", "csv");
    expect(written("csv/2026-08-31.yaml").replace("index.csv", "index.json")).toBe(written("json/2026-08-31.yaml"));
    run(COGNITO, "cognito", "-o", "two");
    run([`${OFFERS}cognito.csv`], "cognito", "-o", "one");
    const rates = (path: string): string => (written(path).split("rates:")[1] ?? "").replaceAll(/amazoncognito[a-z0-9-]*/g, "list");
    expect(rates("one/2026-06-22.yaml")).toBe(rates("two/2026-06-22.yaml"));
  });

  it("reads standard input", () => {
    const ran = authcost(["prices", "import", "-", "--service", "dynamodb", "-o", "out", "--url", "https://example.org/list", "--retrieved", "2026-09-12"], { cwd: place.folder, input: offerText("dynamodb.json") });
    expect(ran).toMatchObject({ code: 0, out: "wrote out/2026-09-11.yaml\n" });
    expect(written("out/2026-09-11.yaml")).toContain("    url: https://example.org/list\n    retrieved: 2026-09-12\n");
  });

  it("a file with products behind their terms is read twice, which standard input cannot be", () => {
    const { formatVersion, offerCode, version, publicationDate, products, terms } = JSON.parse(offerText("dynamodb.json"));
    const turned = JSON.stringify({ terms, products, formatVersion, offerCode, version, publicationDate });
    place.write("turned.json", turned);
    run([`${OFFERS}dynamodb.json`], "dynamodb", "-o", "straight");
    expect(run(["turned.json"], "dynamodb", "-o", "turned").code).toBe(0);
    expect(written("turned/2026-09-11.yaml")).toBe(written("straight/2026-09-11.yaml"));
    const piped = authcost(["prices", "import", "-", "--service", "dynamodb", "-o", "piped"], { cwd: place.folder, input: turned });
    expect(piped).toMatchObject({ code: 1, out: "", err: "authcost: /dev/stdin: products stand behind their terms, so the list must be read twice (standard input cannot be: save it and give the file)\n" });
  });

  it("never overwrites another file of the day", () => {
    run(COGNITO, "cognito");
    const path = join(place.folder, "pricing/aws/cognito/2026-06-22.yaml");
    const edited = readFileSync(path, "utf8").replace('rate: "0.02"', 'rate: "0.03"');
    writeFileSync(path, edited);
    const ran = run(COGNITO, "cognito");
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain("authcost: pricing/aws/cognito/2026-06-22.yaml: another price file of this day stands here");
    expect(readFileSync(path, "utf8")).toBe(edited);
  });

  it("a list that changes no price writes no file, unless a folder is named", () => {
    run(COGNITO, "cognito");
    const later = COGNITO.map((path, index) => place.write(`later-${index}.json`, readFileSync(path, "utf8").replace("2026-06-22T", "2026-07-22T")));
    expect(run(later, "cognito").out).toBe("unchanged: no price differs from pricing/aws/cognito/2026-06-22.yaml, in force on 2026-07-22\n");
    expect(run(later, "cognito", "-o", "pricing/aws/cognito").out).toBe("wrote pricing/aws/cognito/2026-07-22.yaml\n");
  });

  const dynamo = offerText("dynamodb.json");
  const csv = offerText("cognito.csv");
  it.each([
    { name: "truncated JSON", file: "cut.json", text: dynamo.slice(0, 1500), service: "dynamodb", says: /^authcost: cut\.json:\d+:\d+: not a whole JSON file: the file ends in the middle/ },
    { name: "broken JSON", file: "broken.json", text: dynamo.replace('"sku": "FIXDDBSTORAGE001",', '"sku": "FIXDDBSTORAGE001"'), service: "dynamodb", says: /^authcost: broken\.json:\d+:\d+: not a whole JSON file: "productFamily" stands where a comma or a closing bracket is expected\n$/ },
    { name: "an empty file", file: "empty.json", text: "", service: "dynamodb", says: /^authcost: empty\.json: the file is empty\n$/ },
    { name: "a CSV row cut short", file: "cut.csv", text: csv.slice(0, csv.lastIndexOf('","')), service: "cognito", says: /^authcost: cut\.csv:\d+: not a whole CSV file/ },
    { name: "a CSV row without its last cells", file: "short.csv", text: csv.replace(/,"[^"]*"\n$/, "\n"), service: "cognito", says: /^authcost: short\.csv:22: this row is cut short or too long \(found 20 cells; expected 21\)\n$/ },
    { name: "a CSV that is no price list", file: "other.csv", text: "a,b\n1,2\n3,4\n5,6\n7,8\nx,y\n", service: "cognito", says: /^authcost: other\.csv:6: row six does not hold the columns of an AWS price list/ },
    { name: "JSON that is no price list", file: "other.json", text: '{"rates":[1,2]}', service: "cognito", says: /this is not a whole AWS price list: offerCode, version, publicationDate missing\n$/ },
    { name: "bytes that are no text", file: "binary.json", text: '{"version":"\u0000\u0001"}', service: "cognito", says: /^authcost: binary\.json:1:13: not a whole JSON file/ },
  ])("$name is told with its place, and nothing is written", ({ file, text, service, says }) => {
    place.write(file, text);
    const ran = run([file], service);
    expect(ran.err).toMatch(says);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(place.names()).toEqual([file]);
  });

  it.each([
    { args: ["gone.json", "--service", "cognito"], says: "authcost: gone.json: there is no such file\n" },
    { args: [".", "--service", "cognito"], says: "authcost: .: this is a folder, not a file\n" },
    { args: ["x.json", "--service", "cognitto"], says: 'authcost: --service: there are no import rules for "cognitto" (did you mean "aws.cognito"?)\n' },
    { args: ["x.json", "--service", "cognito", "--retrieved", "2026-02-30"], says: 'authcost: --retrieved: this is not a day (found "2026-02-30"; expected YYYY-MM-DD)\n' },
    { args: ["x.json", "y.json", "--service", "cognito", "--url", "https://a.example"], says: "authcost: --url: give one address for each file (found 1; expected 2)\n" },
    { args: ["-", "-", "--service", "cognito"], says: "authcost: FILE: standard input can be read once only\n" },
  ])("$args is refused", ({ args, says }) => {
    expect(authcost(["prices", "import", ...args], { cwd: place.folder })).toEqual({ code: 1, out: "", err: says });
  });

  it("takes rules from a folder of one's own", () => {
    mkdirSync(join(place.folder, "rules"));
    place.write("rules/regions.yaml", "us-east-1: { prefixes: [USE1] }\n");
    place.write("rules/aws.dynamodb.yaml", "service: aws.dynamodb\ntitle: T\noffers: [AmazonDynamoDB]\nrates:\n  - { rate: aws.dynamodb.on-demand.write, title: Writes, unit: write-unit, offerUnits: [WriteRequestUnits], scope: account-region, match: { group: DDB-WriteUnits } }\n");
    expect(run([`${OFFERS}dynamodb.json`], "dynamodb", "--rules", "rules", "-o", "out").err).toContain("1 rate in 1 Region: 1 price\n");
  });
});
