// `prices import` of a large list against a bare streaming parse of the same file, in one run: records a second, peak
// memory, ratio. The list is made here, in the form of AmazonRDS, and thrown away. `node test/bench/import.mjs [megabytes]`
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const megabytes = Number(process.argv[2] ?? 200);
const folder = mkdtempSync(join(tmpdir(), "authcost-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

/** SKUs that the rules mean: as many in a small list as in a large one. */
const MEANT = 300;
const BYTES_A_SKU = { json: 5170, csv: 4400 };
const TERMS = [["4NA7Y494T4", "1yr", "No Upfront"], ["HU7G6KETJZ", "1yr", "Partial Upfront"], ["6QCMYABX3D", "1yr", "All Upfront"], ["38NPMPTW36", "3yr", "Partial Upfront"], ["NQ3QZPMQV9", "3yr", "All Upfront"]];

function sku(index, of) {
  const every = Math.max(1, Math.floor(of / MEANT));
  const meant = index % every === 0 && index / every < MEANT;
  const name = `SKU${String(index).padStart(13, "0")}`;
  const size = `db.x${index}.large`;
  const attributes = {
    servicecode: "AmazonRDS", location: "EU (Ireland)", locationType: "AWS Region", instanceType: size, currentGeneration: "Yes", instanceFamily: "General purpose", vcpu: "2", physicalProcessor: "AWS Graviton",
    memory: "8 GiB", storage: "EBS Only", networkPerformance: "Up to 10 Gigabit", processorArchitecture: "64-bit", engineCode: "14", databaseEngine: meant ? "PostgreSQL" : "Oracle", licenseModel: "No license required",
    deploymentOption: "Single-AZ", usagetype: `EU-InstanceUsage:${size}`, operation: "CreateDBInstance:0014", regionCode: "eu-west-1", servicename: "Amazon Relational Database Service",
  };
  const dimension = (code, tail, unit, usd, range) => ({ rateCode: `${name}.${code}.${tail}`, description: `USD ${usd} per ${size} instance-hour (or partial hour)`, ...(range ? { beginRange: "0", endRange: "Inf" } : {}), unit, pricePerUnit: { USD: usd }, appliesTo: [] });
  const term = (code, termAttributes, dimensions) => ({ [`${name}.${code}`]: { offerTermCode: code, sku: name, effectiveDate: "2026-06-01T00:00:00Z", priceDimensions: Object.fromEntries(dimensions.map((one) => [one.rateCode, one])), termAttributes } });
  const hourly = `0.${String(1000 + (index % 9000))}000000`;
  return {
    name, product: { sku: name, productFamily: "Database Instance", attributes },
    onDemand: term("JRTCKXETXF", {}, [dimension("JRTCKXETXF", "6YS6EN2CT7", "Hrs", hourly, true)]),
    reserved: Object.assign({}, ...TERMS.map(([code, LeaseContractLength, PurchaseOption]) => term(code, { LeaseContractLength, OfferingClass: "standard", PurchaseOption }, [dimension(code, "6YS6EN2CT7", "Hrs", hourly, true), ...(PurchaseOption === "No Upfront" ? [] : [dimension(code, "2TG2D8R56U", "Quantity", "876.0000000000", false)])]))),
  };
}

async function write(path, parts) {
  const out = createWriteStream(path);
  for (const part of parts) if (!out.write(part)) await new Promise((resolve) => { out.once("drain", resolve); });
  await new Promise((resolve) => { out.end(resolve); });
}

const HEAD = { formatVersion: "v1.0", disclaimer: "made for a bench", offerCode: "AmazonRDS", version: "20260831193000", publicationDate: "2026-08-31T19:30:00Z" };

function* jsonParts(count) {
  yield `${JSON.stringify(HEAD, null, 2).slice(0, -2)},\n  "products" : {`;
  for (let index = 0; index < count; index++) yield `${index > 0 ? "," : ""}\n${JSON.stringify(sku(index, count).name)} : ${JSON.stringify(sku(index, count).product, null, 2)}`;
  for (const [type, key] of [["OnDemand", "onDemand"], ["Reserved", "reserved"]]) {
    yield `${type === "OnDemand" ? '},\n"terms" : {' : "},"}\n${JSON.stringify(type)} : {`;
    for (let index = 0; index < count; index++) {
      const one = sku(index, count);
      yield `${index > 0 ? "," : ""}\n${JSON.stringify(one.name)} : ${JSON.stringify(one[key], null, 2)}`;
    }
  }
  yield "}},\n\"attributesList\" : {}}\n";
}

const CSV_NAMES = ["servicecode", "location", "locationType", "instanceType", "vcpu", "memory", "databaseEngine", "licenseModel", "deploymentOption", "usagetype", "operation", "regionCode"];

function* csvParts(count) {
  const line = (cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\n`;
  yield [["FormatVersion", "v1.0"], ["Disclaimer", HEAD.disclaimer], ["Publication Date", HEAD.publicationDate], ["Version", HEAD.version], ["OfferCode", HEAD.offerCode]].map(line).join("");
  yield line(["SKU", "OfferTermCode", "RateCode", "TermType", "PriceDescription", "EffectiveDate", "StartingRange", "EndingRange", "Unit", "PricePerUnit", "Currency", "LeaseContractLength", "PurchaseOption", "OfferingClass", "Product Family", ...CSV_NAMES]);
  for (let index = 0; index < count; index++) {
    const { name, product, onDemand, reserved } = sku(index, count);
    for (const [type, terms] of [["OnDemand", onDemand], ["Reserved", reserved]]) {
      for (const { offerTermCode, effectiveDate, termAttributes: how, priceDimensions } of Object.values(terms)) {
        for (const one of Object.values(priceDimensions)) {
          yield line([name, offerTermCode, one.rateCode, type, one.description, effectiveDate.slice(0, 10), one.beginRange ?? "", one.endRange ?? "", one.unit, one.pricePerUnit.USD, "USD", how.LeaseContractLength ?? "", how.PurchaseOption ?? "", how.OfferingClass ?? "", product.productFamily, ...CSV_NAMES.map((key) => product.attributes[key])]);
        }
      }
    }
  }
}

/** Seconds and peak memory of a child; memory as the child itself measures it at its end. */
function timed(args) {
  const report = `data:text/javascript,${encodeURIComponent('process.on("exit", () => process.stderr.write("\\nPEAK " + process.resourceUsage().maxRSS + "\\n"))')}`;
  const started = process.hrtime.bigint();
  const ran = spawnSync(process.execPath, ["--import", report, ...args], { cwd: folder, encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (ran.status !== 0) throw new Error(ran.stderr);
  return { seconds, peak: Number(/PEAK (\d+)/.exec(ran.stderr)?.[1]) / 1024, out: ran.stdout, err: ran.stderr };
}

const packages = (name) => pathToFileURL(join(root, "node_modules", name)).href;
const BARE = {
  json: `import { createReadStream } from "node:fs"; import { Tokenizer } from "${packages("@streamparser/json/dist/mjs/index.js")}";
    const tokenizer = new Tokenizer({ stringBufferSize: 4096, numberBufferSize: 64 }); let tokens = 0; tokenizer.onToken = () => { tokens++; };
    for await (const piece of createReadStream(process.argv[1], { highWaterMark: 65536 })) tokenizer.write(piece); console.log(tokens);`,
  csv: `import { createReadStream } from "node:fs"; import { parse } from "${packages("csv-parse/lib/index.js")}";
    let rows = 0; for await (const row of createReadStream(process.argv[1], { highWaterMark: 65536 }).pipe(parse({ bom: true, relax_column_count: true, skip_empty_lines: true }))) rows++; console.log(rows);`,
};

const idle = timed(["-e", "0"]);
console.log(`node with nothing to do: ${idle.peak.toFixed(0)} MB peak`);
for (const form of ["json", "csv"]) {
  for (const size of [...new Set([Math.max(1, Math.round(megabytes / 10)), megabytes])]) {
    const count = Math.max(MEANT * 2, Math.round((size * 1e6) / BYTES_A_SKU[form]));
    const path = join(folder, `index.${form}`);
    await write(path, form === "json" ? jsonParts(count) : csvParts(count));
    const bytes = statSync(path).size;
    const records = form === "json" ? count * 3 : count * 10;
    const bare = timed(["--input-type=module", "-e", BARE[form], path]);
    const run = timed([join(root, "dist/cli/main.js"), "prices", "import", path, "--service", "rds-postgresql", "-o", join(folder, `out-${form}-${size}`)]);
    const line = (name, { seconds, peak }) => console.log(`  ${name.padEnd(12)} ${seconds.toFixed(2).padStart(7)} s  ${(bytes / 1e6 / seconds).toFixed(0).padStart(4)} MB/s  ${Math.round(records / seconds).toLocaleString("en-US").padStart(9)} records/s  ${peak.toFixed(0).padStart(4)} MB peak`);
    console.log(`${form}, ${(bytes / 1e6).toFixed(0)} MB, ${records.toLocaleString("en-US")} records (${form === "json" ? "products and SKUs in term sections" : "rows"}), ${MEANT} SKUs meant`);
    line("bare parse", bare);
    line("import", run);
    console.log(`  ratio        ${(run.seconds / bare.seconds).toFixed(2)} x the time of the bare parse, ${(run.peak - bare.peak).toFixed(0)} MB more`);
    rmSync(path);
  }
}
