import { readdirSync } from "node:fs";
import { type PriceFinding, verifyPrices } from "../../analysis/verify-prices.js";
import type { Catalogue } from "../../prices/price-file.js";
import { newestDay } from "../../prices/rate-card.js";
import { rateIds } from "../../prices/rate-ids.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { emit } from "../emit.js";
import { reason } from "../files.js";
import { readCatalogue, SHIPPED_PRICES } from "../load-catalogue.js";
import { checkedDay, type Common, render } from "./prices-table.js";
import { tableOf } from "../../report/text-rows.js";

const WARN_AFTER_DAYS = 365;

/** Checks the catalogue; exit code 2 when something falls short. */
export async function runPricesVerify(
  flags: Common & { readonly folder?: string | undefined; readonly on?: string | undefined; readonly maxAge?: string | undefined },
): Promise<void> {
  let failed = false;
  await emit(flags.output, async () => {
    const catalogue = await readCatalogue(flags.folder === undefined ? SHIPPED_PRICES : checkedFolder(flags.folder));
    const on = checkedDay("--on", flags.on ?? newestDay(catalogue));
    const failAfterDays = flags.maxAge === undefined ? undefined : wholeDays(flags.maxAge);
    const findings = verifyPrices(catalogue, { on, warnAfterDays: WARN_AFTER_DAYS, failAfterDays });
    failed = findings.some((finding) => finding.level === "error");
    const rows = findings.map((finding) => [`${finding.level} (${finding.kind}): ${finding.rate}`, finding.text, finding.file]);
    return render(
      flags.format,
      tableOf("findings", "What falls short, and what may", ["Finding", "Text", "File"], rows),
      { schemaVersion: 1, on, ...counts(catalogue, findings), findings: findings.map((finding) => ({ ...finding })) },
      summary(catalogue, findings, on),
    );
  });
  if (failed) process.exitCode = 2;
}

function checkedFolder(folder: string): string {
  try {
    readdirSync(folder);
    return folder;
  } catch (error) {
    throw new ProblemError([
      {
        code: "unreadable",
        place: { file: "--folder" },
        message: reason(error),
        found: quoted(folder),
        expected: "a folder of price files",
      },
    ]);
  }
}

function wholeDays(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ProblemError([
    {
      code: "bad-argument",
      place: { file: "--max-age" },
      message: "this is not a number of days",
      found: quoted(text),
      expected: "a whole number such as 400",
    },
  ]);
}

function counts(catalogue: Catalogue, findings: readonly PriceFinding[]) {
  const count = (level: PriceFinding["level"]): number => findings.filter((finding) => finding.level === level).length;
  return { files: catalogue.files.length, rates: rateIds(catalogue).length, errors: count("error"), warnings: count("warning") };
}

function summary(catalogue: Catalogue, findings: readonly PriceFinding[], on: string): string {
  const { files, rates, errors, warnings } = counts(catalogue, findings);
  const kinds = [
    ["age", "of age"],
    ["confidence", "of low confidence"],
    ["lost-region", "of a lost Region"],
  ] as const;
  const parts = kinds.flatMap(([kind, words]) => {
    const count = findings.filter((finding) => finding.level === "warning" && finding.kind === kind).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${files} files, ${rates} rates on ${on}: ${errors} errors, ${warnings} warnings${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
}
