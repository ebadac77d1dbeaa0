import { isOpenEnd } from "../open-end.js";
import type { ExampleData, PriceData, PriceFileData, RateData, SourceData } from "../price-file-schema.js";

const PLAIN_TEXT = /^[A-Za-z][A-Za-z0-9 ._/()%'+-]*$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;

/** A text as YAML: bare where nothing can be mistaken, otherwise quoted. */
function scalar(text: string): string {
  return PLAIN_TEXT.test(text) && !RESERVED.test(text) && text.trim() === text ? text : JSON.stringify(text);
}

const number = (text: string): string => JSON.stringify(text);
const KEY = /^[a-z][a-z0-9._-]*$/i;
const keyText = (key: string): string => (KEY.test(key) ? key : JSON.stringify(key));

/** A parsed price file as text, in the one form that importing writes: the same data always gives the same bytes. */
export function priceFileText(data: PriceFileData, heading: readonly string[]): string {
  return [
    ...heading.map((line) => `# ${line}`),
    `service: ${data.service}`,
    `title: ${scalar(data.title)}`,
    `effective: ${data.effective}`,
    `basis: ${data.basis}`,
    `currency: ${data.currency}`,
    `regions: [${data.regions.join(", ")}]`,
    ...(data.note === undefined ? [] : [`note: ${scalar(data.note)}`]),
    "",
    "sources:",
    ...Object.entries(data.sources).flatMap(([key, source]) => sourceLines(key, source)),
    "",
    "rates:",
    ...Object.entries(data.rates).flatMap(([id, rate]) => rateLines(id, rate)),
    ...(data.unknown === undefined
      ? []
      : ["", "unknown:", ...Object.entries(data.unknown).map(([id, why]) => `  ${keyText(id)}: ${scalar(why)}`)]),
    "",
  ].join("\n");
}

function sourceLines(key: string, source: SourceData): readonly string[] {
  return [
    `  ${keyText(key)}:`,
    `    url: ${/\s|#/.test(source.url) ? JSON.stringify(source.url) : source.url}`,
    `    retrieved: ${source.retrieved}`,
    `    confidence: ${source.confidence}`,
    ...(source.note === undefined ? [] : [`    note: ${scalar(source.note)}`]),
  ];
}

function rateLines(id: string, rate: RateData): readonly string[] {
  return [
    `  ${keyText(id)}:`,
    `    title: ${scalar(rate.title)}`,
    `    unit: ${scalar(rate.unit)}`,
    `    scope: ${rate.scope}`,
    ...(rate.note === undefined ? [] : [`    note: ${scalar(rate.note)}`]),
    "    prices:",
    ...rate.prices.flatMap(priceLines),
    ...(rate.examples === undefined ? [] : ["    examples:", ...rate.examples.map(exampleLine)]),
  ];
}

function priceLines(price: PriceData): readonly string[] {
  const regions = price.regions === undefined ? [] : [`regions: [${price.regions.join(", ")}]`];
  const numbers = (["per", "allowance", "minimum", "low", "high"] as const).flatMap((key) =>
    price[key] === undefined ? [] : [`${key}: ${number(price[key])}`],
  );
  const from = [`source: ${keyText(price.source)}`, ...(price.note === undefined ? [] : [`note: ${scalar(price.note)}`])];
  if (!("tiers" in price)) {
    const schedule = price.schedule === undefined ? [] : [`schedule: ${price.schedule}`];
    const shape =
      "amount" in price
        ? [`amount: ${number(price.amount)}`]
        : "size" in price
          ? [`size: ${number(price.size)}`, `rate: ${number(price.rate)}`]
          : [`rate: ${number(price.rate)}`];
    return [`      - { ${[...regions, ...schedule, ...shape, ...numbers, ...from].join(", ")} }`];
  }
  const tiers = price.tiers.map(
    (tier) =>
      `          - { upTo: ${number(tier.upTo)}, rate: ${number(tier.rate)}${tier.flat === undefined ? "" : `, flat: ${number(tier.flat)}`}${tier.free === true ? ", free: true" : ""} }`,
  );
  const { thereafter } = price;
  const last = isOpenEnd(thereafter)
    ? thereafter
    : typeof thereafter === "string"
      ? number(thereafter)
      : `{ rate: ${number(thereafter.rate)}${thereafter.flat === undefined ? "" : `, flat: ${number(thereafter.flat)}`} }`;
  const lines = [...regions, ...numbers, `schedule: ${price.schedule}`, "tiers:", ...tiers, `thereafter: ${last}`, ...from];
  return lines.map((line, index) => (line.startsWith("  ") ? line : `${index === 0 ? "      - " : "        "}${line}`));
}

function exampleLine(example: ExampleData): string {
  const parts = [
    ...(example.region === undefined ? [] : [`region: ${scalar(example.region)}`]),
    `quantity: ${number(example.quantity)}`,
    `amount: ${number(example.amount)}`,
    ...(example.rounded === undefined ? [] : [`rounded: ${example.rounded}`]),
    ...(example.freeTier === undefined ? [] : [`freeTier: ${example.freeTier}`]),
    `because: ${JSON.stringify(example.because)}`,
  ];
  return `      - { ${parts.join(", ")} }`;
}
