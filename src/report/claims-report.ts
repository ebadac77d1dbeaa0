import type { Cause, CheckedClaim } from "../analysis/claims/check-claims.js";
import { type Solved, shortest } from "../analysis/claims/solved.js";
import { type ClaimsFile, unitOf } from "../analysis/claims/parse-claims.js";
import { type Decimal, plain } from "../units/decimal.js";
import type { Json } from "./result-json.js";

/** The result of `check` for scripts: amounts exact, causes adding up to the difference. */
export function claimsJson(file: ClaimsFile, checked: readonly CheckedClaim[]): Json {
  return {
    schemaVersion: 1,
    title: file.title,
    source: {
      url: file.source.url,
      date: file.source.date,
      ...(file.source.retrieved === undefined ? {} : { retrieved: file.source.retrieved }),
    },
    provenance: { claimsHash: file.hash },
    claims: checked.map((one) => ({
      id: one.claim.id,
      says: one.claim.says,
      ...(one.claim.note === undefined ? {} : { note: one.claim.note }),
      kind: one.claim.subject.kind,
      unit: unitOf(one.claim.subject),
      ...(one.claim.source ? { source: { url: one.claim.source.url, date: one.claim.source.date } } : {}),
      claimed: plain(one.claimed.value),
      claimedText: one.claim.claimed,
      agreesFrom: plain(one.claimed.low),
      agreesTo: exact(one.claimed.high),
      computed: exact(one.computed),
      difference: exact(one.difference),
      verdict: one.verdict,
      causes: one.causes.map(causeJson),
      certain: one.certain,
      alsoFits: one.alsoFits.map((causes) => causes.map(causeJson)),
      solved: one.solved.map(solvedJson),
    })),
  };
}

const exact = (value: Decimal | undefined): Json => (value === undefined ? null : plain(value));
const causeJson = (cause: Cause): Json => ({ kind: cause.kind, amount: plain(cause.amount), explain: cause.explain });

function solvedJson(one: Solved): Json {
  return {
    of: one.of,
    name: one.name,
    unit: one.unit,
    from: plain(one.from),
    to: plain(one.to),
    now: exact(one.now),
    holds: one.holds.map((stretch) => ({
      from: plain(stretch.from),
      to: plain(stretch.to),
      at: plain(stretch.at),
      about: plain(shortest(stretch)),
    })),
  };
}
