import type { CheckedClaim } from "../analysis/claims/check-claims.js";
import type { ClaimsFile } from "../analysis/claims/parse-claims.js";
import { plain } from "../units/decimal.js";
import { formatUsd } from "../units/format.js";
import { markdownTable } from "./render/markdown.js";
import type { Table } from "./report-doc.js";
import type { Json } from "./result-json.js";

/** The result of `check` for scripts: amounts exact, causes adding up to the difference. */
export function claimsJson(file: ClaimsFile, checked: readonly CheckedClaim[]): Json {
  return {
    schemaVersion: 1, title: file.title, source: { url: file.source.url, date: file.source.date }, provenance: { claimsHash: file.hash },
    claims: checked.map((one) => ({
      id: one.claim.id, says: one.claim.says, claimed: plain(one.claimed.value), claimedText: one.claim.claimed, computed: plain(one.computed), difference: plain(one.difference), verdict: one.verdict,
      causes: one.causes.map((cause) => ({ kind: cause.kind, amount: plain(cause.amount), explain: cause.explain })),
      alsoFits: one.alsoFits.map((causes) => causes.map((cause) => ({ kind: cause.kind, amount: plain(cause.amount), explain: cause.explain }))),
    })),
  };
}

export function claimsTable(checked: readonly CheckedClaim[]): Table {
  return {
    id: "claims", caption: "Claims re-computed",
    columns: [{ title: "Claim", align: "left" }, { title: "Claimed", align: "right" }, { title: "Computed", align: "right" }, { title: "Difference", align: "right" }, { title: "Verdict", align: "left" }],
    rows: checked.map((one) => ({ cells: [
      { text: one.claim.id }, { text: one.claim.claimed }, { text: formatUsd(one.computed), exact: `${plain(one.computed)} USD` }, { text: formatUsd(one.difference) }, { text: one.verdict },
    ] })),
  };
}

/** The check as Markdown: the table, then each difference with its causes. */
export function claimsDocument(checked: readonly CheckedClaim[]): string {
  const rows: Table = {
    id: "causes", caption: "Causes",
    columns: [{ title: "Claim", align: "left" }, { title: "Cause", align: "left" }, { title: "Amount", align: "right" }, { title: "Explanation", align: "left" }],
    rows: checked.flatMap((one) => one.causes.map((cause) => ({ cells: [{ text: one.claim.id }, { text: cause.kind }, { text: formatUsd(cause.amount) }, { text: cause.explain }] }))),
  };
  return `${[markdownTable(claimsTable(checked)), ...(rows.rows.length > 0 ? [markdownTable(rows)] : [])].join("\n\n")}\n`;
}
