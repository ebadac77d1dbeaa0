import { type CheckedClaim, checkClaims } from "../../analysis/claims/check-claims.js";
import { type ClaimsFile, parseClaims, unitOf } from "../../analysis/claims/parse-claims.js";
import { wrap } from "../../report/render/plain-text.js";
import { bold, emit, type Format } from "../emit.js";
import { shownName } from "../files.js";
import { readInput } from "../inputs.js";
import { contentHash, loadCatalogue } from "../load-catalogue.js";

type Flags = { readonly claims: string; readonly format: Format; readonly output?: string | undefined; readonly strict: boolean };

/** Re-computes published figures; with --strict a claim that differs makes the exit code 2. */
export async function runCheck(flags: Flags): Promise<void> {
  let differs = false;
  await emit(flags.output, async () => {
    const text = readInput(flags.claims);
    const file = parseClaims(text, { file: shownName(flags.claims), hash: contentHash(text) });
    const checked = checkClaims(file, await loadCatalogue());
    differs = checked.some((one) => one.verdict === "differs");
    return render(file, checked, flags.format);
  });
  if (flags.strict && differs) process.exitCode = 2;
}

async function render(file: ClaimsFile, checked: readonly CheckedClaim[], format: Format): Promise<string> {
  switch (format) {
    case "json": {
      const [{ claimsJson }, { jsonText }] = await Promise.all([
        import("../../report/claims-report.js"),
        import("../../report/result-json.js"),
      ]);
      return jsonText(claimsJson(file, checked));
    }
    case "csv": {
      const { csvText } = await import("../../report/line-items-csv.js");
      const rows = checked.flatMap((one) =>
        (one.causes.length === 0 ? [undefined] : one.causes).map((cause) => [
          one.claim.id,
          one.claim.says,
          one.claim.claimed,
          one.computed?.toFixed() ?? "",
          one.difference?.toFixed() ?? "",
          one.verdict,
          cause?.kind ?? "",
          cause?.amount.toFixed() ?? "",
          cause?.explain ?? "",
          String(one.certain),
          unitOf(one.claim.subject),
        ]),
      );
      return csvText([
        ["claim", "says", "claimed", "computed", "difference", "verdict", "cause", "cause_amount", "explain", "certain", "unit"],
        ...rows,
      ]);
    }
    case "markdown":
      return (await import("../../report/claims-document.js")).claimsMarkdown(file, checked);
    case "html": {
      const [{ claimsHtml }, { pageAssets }] = await Promise.all([import("../../report/claims-document.js"), import("../html-page.js")]);
      return claimsHtml(file, checked, pageAssets());
    }
    case "table":
      return (await import("../../report/claims-text.js")).claimsText(bold(wrap(file.title, 80).join("\n")), checked);
    default:
      return format satisfies never;
  }
}
