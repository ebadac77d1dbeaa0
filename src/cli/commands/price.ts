import { isDay } from "../../problems/day.js";
import { numberHint } from "../../problems/plain-number.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { newestDay, rateCard } from "../../prices/rate-card.js";
import { type Rated, rateQuantity } from "../../rating/rate-quantity.js";
import { sourceText } from "../../report/line-arithmetic.js";
import { priceDoc, priceTable } from "../../report/price-document.js";
import { csvText } from "../../report/line-items-csv.js";
import { priceJson } from "../../report/result-json.js";
import { textTable } from "../../report/render/text-table.js";
import { wrap } from "../../report/render/plain-text.js";
import { DECIMAL_TEXT, decimal, plain } from "../../units/decimal.js";
import { formatNumber, formatUsd } from "../../units/format.js";
import { unitWord } from "../../units/unit.js";
import { bold, emit, type Format } from "../emit.js";
import { inFormat } from "../in-format.js";
import { loadCatalogue } from "../load-catalogue.js";

type Flags = {
  readonly rate: string;
  readonly quantity: string;
  readonly asOf?: string | undefined;
  readonly region?: string | undefined;
  readonly freeTier?: boolean | undefined;
  readonly format: Format;
  readonly output?: string | undefined;
};

const DEFAULT_REGION = "us-east-1";

/** Rates one month's quantity of one rate. */
export async function runPrice(flags: Flags): Promise<void> {
  await emit(flags.output, async () => {
    const problems: Problem[] = [];
    const quantity = flags.quantity.replaceAll(/(?<=\d)[,_](?=\d{3}(?:\D|$))/g, "");
    if (!DECIMAL_TEXT.test(quantity) || quantity.startsWith("-"))
      problems.push({
        code: "bad-argument",
        place: { file: "QUANTITY" },
        message: "this is not a quantity",
        found: quoted(flags.quantity),
        expected: "a plain number from 0 on, such as 950000",
        ...(quantity.startsWith("-") ? {} : numberHint(flags.quantity)),
      });
    if (flags.asOf !== undefined && !isDay(flags.asOf))
      problems.push({
        code: "bad-argument",
        place: { file: "--as-of" },
        message: "this is not a day",
        found: quoted(flags.asOf),
        expected: "YYYY-MM-DD",
      });
    if (problems.length > 0) throw new ProblemError(problems);
    const catalogue = await loadCatalogue();
    const asOf = flags.asOf ?? newestDay(catalogue);
    const card = rateCard(catalogue, { asOf, region: flags.region ?? DEFAULT_REGION, freeTier: flags.freeTier ?? true });
    const rated = rateQuantity(card.rate(flags.rate), decimal(quantity));
    return inFormat(flags.format, {
      table: () => priceText(rated),
      json: () => priceJson(rated, asOf),
      csv: () => slicesCsv(rated, asOf),
      doc: () => priceDoc(rated, asOf),
    });
  });
}

const SLICES = ["rate", "as_of", "region", "kind", "from", "up_to", "quantity", "unit_rate_usd", "amount_usd"];

function slicesCsv({ rate, slices }: Rated, asOf: string): string {
  return csvText([
    SLICES,
    ...slices.map((slice) => [
      rate.id,
      asOf,
      rate.region,
      slice.kind,
      plain(slice.from),
      slice.upTo === null ? "" : plain(slice.upTo),
      plain(slice.quantity),
      plain(slice.rate),
      plain(slice.amount),
    ]),
  ]);
}

function priceText(rated: Rated): string {
  const { rate, quantity, amount } = rated;
  return `${[bold(`${rate.title}: ${formatUsd(amount)} for ${formatNumber(quantity)} ${unitWord(rate.unit, quantity)}`), "", textTable(priceTable(rated)), "", ...(rate.note === undefined ? [] : [...wrap(rate.note, 80), ""]), ...wrap(sourceText(rate), 80), rate.source.url].join("\n")}\n`;
}
