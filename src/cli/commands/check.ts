import { type CheckedClaim, checkClaims } from "../../analysis/claims/check-claims.js";
import { type ClaimsFile, parseClaims } from "../../analysis/claims/parse-claims.js";
import { claimsDocument, claimsJson, claimsTable } from "../../report/claims-report.js";
import { wrap } from "../../report/render/plain-text.js";
import { textTable } from "../../report/render/text-table.js";
import { bold, emit } from "../emit.js";
import { readText } from "../files.js";
import { contentHash, loadCatalogue } from "../load-catalogue.js";

export const CHECK_FORMATS = ["table", "json", "csv", "markdown"] as const;
type Flags = { readonly claims: string; readonly format: (typeof CHECK_FORMATS)[number]; readonly output?: string | undefined; readonly strict: boolean };

/** Re-computes published figures; with --strict a claim that differs makes the exit code 2. */
export async function runCheck(flags: Flags): Promise<void> {
  let differs = false;
  await emit(flags.output, async () => {
    const text = readText(flags.claims);
    const file = parseClaims(text, { file: flags.claims, hash: contentHash(text) });
    const checked = checkClaims(file, await loadCatalogue());
    differs = checked.some((one) => one.verdict === "differs");
    return render(file, checked, flags.format);
  });
  if (flags.strict && differs) process.exitCode = 2;
}

async function render(file: ClaimsFile, checked: readonly CheckedClaim[], format: Flags["format"]): Promise<string> {
  switch (format) {
    case "json": {
      const { jsonText } = await import("../../report/result-json.js");
      return jsonText(claimsJson(file, checked));
    }
    case "csv": {
      const { csvText } = await import("../../report/line-items-csv.js");
      const rows = checked.flatMap((one) => (one.causes.length === 0 ? [undefined] : one.causes).map((cause) => [
        one.claim.id, one.claim.says, one.claim.claimed, one.computed.toFixed(), one.difference.toFixed(), one.verdict, cause?.kind ?? "", cause?.amount.toFixed() ?? "", cause?.explain ?? ""]));
      return csvText([["claim", "says", "claimed", "computed_usd", "difference_usd", "verdict", "cause", "cause_usd", "explain"], ...rows]);
    }
    case "markdown":
      return claimsDocument(checked);
    case "table": {
      const notes = checked.filter((one) => one.causes.length > 0).flatMap((one) => [
        ...wrap(`${one.claim.id}: ${one.verdict}`, 80),
        ...one.causes.flatMap((cause) => wrap(`${cause.kind}, ${cause.amount.toFixed(2)}: ${cause.explain}`, 80, "  ")),
        ...(one.alsoFits.length > 0 ? wrap(`as well as: ${one.alsoFits.map((causes) => causes.map((cause) => cause.kind).join(" + ")).join("; ")}`, 80, "  ") : []),
      ]);
      const held = checked.filter((one) => one.verdict === "holds").length;
      return `${[bold(wrap(file.title, 80).join("\n")), "", textTable(claimsTable(checked)), "", `${held} of ${checked.length} hold.`, ...(notes.length > 0 ? ["", ...notes] : [])].join("\n")}\n`;
    }
    default:
      return format satisfies never;
  }
}
