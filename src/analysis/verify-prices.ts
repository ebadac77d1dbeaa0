import { type HistoryEntry, history, versionsByService } from "../prices/history.js";
import type { Catalogue, PriceFile } from "../prices/price-file.js";
import type { ExampleData } from "../prices/price-file-schema.js";
import { rateCard } from "../prices/rate-card.js";
import { ProblemError, problemText } from "../problems/problem.js";
import { rateQuantity } from "../rating/rate-quantity.js";
import { decimal, roundHalfUp } from "../units/decimal.js";

/** Something about the catalogue that its keeper should know; an error makes `prices verify` fail. */
export type PriceFinding = {
  readonly level: "error" | "warning";
  readonly kind: "example" | "gap" | "overlap" | "lost-region" | "age" | "confidence";
  readonly file: string;
  readonly rate: string;
  readonly text: string;
};

export type VerifyOptions = {
  /** the day on which the ages are counted */
  readonly on: string;
  /** a number read longer ago is a warning */
  readonly warnAfterDays: number;
  /** a number read longer ago is an error */
  readonly failAfterDays?: number | undefined;
};

/** Checks what a schema cannot: worked examples, validity without gaps and overlaps, age and confidence of each number. */
export function verifyPrices(catalogue: Catalogue, options: VerifyOptions): readonly PriceFinding[] {
  const services = [...versionsByService(catalogue).values()];
  return [
    ...catalogue.files.flatMap((file) => examplesOf(file, catalogue)),
    ...services.flatMap(overlaps),
    ...services.flatMap(gaps),
    ...freshness(catalogue, options),
  ];
}

function examplesOf(file: PriceFile, catalogue: Catalogue): readonly PriceFinding[] {
  return Object.entries(file.rates).flatMap(([rate, entry]) =>
    (entry.examples ?? []).flatMap((example): PriceFinding[] => {
      const wrong = exampleFault(file, rate, example, catalogue);
      return wrong === undefined
        ? []
        : [{ level: "error", kind: "example", file: file.path, rate, text: `${example.quantity}: ${wrong} (${example.because})` }];
    }),
  );
}

function exampleFault(file: PriceFile, rate: string, example: ExampleData, catalogue: Catalogue): string | undefined {
  const entry = file.rates[rate];
  const region = example.region ?? (entry?.prices[0]?.regions ?? file.regions)[0] ?? "";
  try {
    const card = rateCard(catalogue, { asOf: file.effective, region, freeTier: example.freeTier ?? true });
    const { amount } = rateQuantity(card.rate(rate), decimal(example.quantity));
    const shown = example.rounded === undefined ? amount : roundHalfUp(amount, example.rounded);
    return shown.eq(decimal(example.amount)) ? undefined : `computed ${amount.toFixed()}, the example says ${example.amount}`;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(problemText).join("; ");
    throw error;
  }
}

/** Two files of one service for the same day. */
function overlaps(versions: readonly PriceFile[]): readonly PriceFinding[] {
  return versions.flatMap((file, index): PriceFinding[] => {
    const before = versions[index - 1];
    return before?.effective === file.effective
      ? [{ level: "error", kind: "overlap", file: file.path, rate: file.service, text: `${before.path} begins on the same day` }]
      : [];
  });
}

/** A rate or region that a file in the middle does not repeat and a later one does again. */
function gaps(versions: readonly PriceFile[]): readonly PriceFinding[] {
  const held = versions.map(
    (file) =>
      new Set(
        Object.entries(file.rates).flatMap(([rate, entry]) =>
          entry.prices.flatMap((price) => (price.regions ?? file.regions).map((region) => `${rate} ${region}`)),
        ),
      ),
  );
  return versions.flatMap((file, index) =>
    [...(held[index - 1] ?? [])]
      .filter((key) => !held[index]?.has(key))
      .flatMap((key): PriceFinding[] => {
        const [rate = "", region = ""] = key.split(" ");
        const returns = held.slice(index + 1).some((later) => later.has(key));
        if (returns)
          return [{ level: "error", kind: "gap", file: file.path, rate, text: `missing in ${region} here, but there before and after` }];
        const elsewhere = file.rates[rate] !== undefined && !held[index]?.has(`${rate} global`);
        return elsewhere ? [{ level: "warning", kind: "lost-region", file: file.path, rate, text: `no longer priced in ${region}` }] : [];
      }),
  );
}

/** Age and confidence of what stands on the day, told once for each source of a service. */
function freshness(catalogue: Catalogue, options: VerifyOptions): readonly PriceFinding[] {
  const bySource = new Map<string, HistoryEntry[]>();
  for (const entry of history(catalogue, () => true)) {
    if (entry.until !== null || !entry.source) continue;
    const key = JSON.stringify([entry.file, entry.source]);
    bySource.set(key, [...(bySource.get(key) ?? []), entry]);
  }
  return [...bySource.values()].flatMap((entries): PriceFinding[] => {
    const [entry] = entries;
    if (!entry?.source) return [];
    const { source } = entry;
    const ids = [...new Set(entries.map((one) => one.rate))];
    const where = { file: entry.file, rate: ids.length === 1 ? entry.rate : `${entry.rate} and ${ids.length - 1} more` };
    const days = Math.round((Date.parse(options.on) - Date.parse(source.retrieved)) / 86_400_000);
    const tooOld = options.failAfterDays !== undefined && days > options.failAfterDays;
    return [
      ...(tooOld || days > options.warnAfterDays
        ? [
            {
              level: tooOld ? "error" : "warning",
              kind: "age",
              ...where,
              text: `read ${days} days ago (${source.retrieved}) from ${source.url}`,
            } as const,
          ]
        : []),
      ...(source.confidence === "low"
        ? [{ level: "warning", kind: "confidence", ...where, text: `low confidence: ${source.note ?? source.url}` } as const]
        : []),
    ];
  });
}
