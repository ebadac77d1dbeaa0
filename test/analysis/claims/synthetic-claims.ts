import { Decimal } from "decimal.js";
import { catalogue } from "../../support/catalogue.js";
import { naiveAmount, type NaivePrice } from "../../support/naive-price.js";

/**
 * Claims with mistakes made on purpose. Prices come from the text of the price files and are computed by naive-price,
 * so the mistakes share no code with the search that has to find them.
 */
const Own = Decimal.clone({ precision: 60, defaults: true });
const ON = "2025-06-01";

export type Part = { readonly rate: string; readonly day: string; readonly quantity: string; readonly copies: number; readonly apart: boolean; readonly factor: string; readonly edit: (price: NaivePrice) => NaivePrice };
export type Sheet = { readonly parts: readonly Part[]; readonly once: string; readonly months: number };
export type Mistake = { readonly kind: string; readonly slot: string; readonly make: (sheet: Sheet) => Sheet };
export type Synthetic = { readonly text: string; readonly kinds: readonly string[]; readonly says: string };

/** A small deterministic generator (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function priceOn(rate: string, day: string): NaivePrice | undefined {
  const file = catalogue.files.filter((one) => rate.startsWith(`${one.service}.`) && one.effective <= day).sort((a, b) => (a.effective < b.effective ? 1 : -1))[0];
  const prices: readonly NaivePrice[] = (file?.rates[rate]?.prices ?? []) as readonly NaivePrice[];
  const inRegion = (region: string) => prices.find((price) => (price.regions ?? file?.regions ?? []).includes(region));
  return inRegion("us-east-1") ?? inRegion("global");
}

/** Dollars of a sheet; undefined where something has no price. */
export function figureOf(sheet: Sheet): Decimal | undefined {
  let month = new Own(0);
  for (const part of sheet.parts) {
    const price = priceOn(part.rate, part.day);
    if (!price) return undefined;
    const read = part.edit(price);
    const [quantity, times] = part.apart ? [part.quantity, part.copies] : [new Own(part.quantity).times(part.copies).toFixed(), 1];
    const amount = naiveAmount(read, quantity, true);
    if (amount === "quote") return undefined;
    month = month.plus(new Own(amount).times(times).times(part.factor));
  }
  return month.times(sheet.months).plus(sheet.once);
}

const SETS: readonly (readonly (readonly [rate: string, from: number, to: number])[])[] = [
  [["aws.cognito.classic.mau", 60_000, 5_000_000]],
  [["aws.cognito.lite.mau", 20_000, 5_000_000]],
  [["aws.cognito.essentials.mau", 20_000, 2_000_000]],
  [["aws.cognito.lite.mau", 20_000, 2_000_000], ["aws.cognito.federated.mau", 500, 50_000]],
  [["aws.cognito.essentials.mau", 20_000, 2_000_000], ["aws.cognito.federated.mau", 500, 50_000], ["aws.cognito.m2m.token-request", 5_000, 2_000_000]],
  [["aws.cognito.classic.mau", 60_000, 2_000_000], ["aws.cognito.advanced-security.mau", 60_000, 2_000_000]],
  [["aws.dynamodb.on-demand.write", 5_000_000, 900_000_000], ["aws.dynamodb.on-demand.read", 5_000_000, 900_000_000], ["aws.dynamodb.storage", 40, 4_000], ["aws.kms.key", 2, 40]],
  [["aws.rds-postgresql.db.t4g.medium.single-az", 730, 730], ["aws.rds-postgresql.storage.gp3", 50, 4_000], ["aws.kms.key", 2, 40]],
  [["aws.rds-postgresql.db.m6g.large.single-az", 730, 730], ["aws.dynamodb.on-demand.write", 20_000_000, 900_000_000]],
  [["aws.fargate.vcpu-hour", 730, 730], ["aws.fargate.gb-hour", 1_460, 1_460], ["aws.alb.hour", 730, 730]],
  [["aws.lambda.request", 5_000_000, 900_000_000], ["aws.lambda.gb-second", 900_000, 90_000_000], ["aws.apigateway.rest.request", 2_000_000, 800_000_000]],
  [["aws.secrets-manager.secret", 5, 200], ["aws.kms.request", 500_000, 90_000_000], ["aws.cognito.lite.mau", 20_000, 900_000]],
];
const OTHER_FREE: Readonly<Record<string, readonly string[]>> = { "aws.cognito.classic.mau": ["10000"], "aws.cognito.lite.mau": ["50000"], "aws.cognito.essentials.mau": ["50000"], "aws.cognito.federated.mau": ["10000", "50000"] };
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  "aws.cognito.classic.mau": ["aws.cognito.lite.mau", "aws.cognito.essentials.mau"], "aws.cognito.lite.mau": ["aws.cognito.classic.mau", "aws.cognito.essentials.mau", "aws.cognito.plus.mau"],
  "aws.cognito.essentials.mau": ["aws.cognito.lite.mau", "aws.cognito.plus.mau"], "aws.cognito.federated.mau": ["aws.cognito.essentials.mau", "aws.cognito.plus.mau"],
  "aws.rds-postgresql.db.t4g.medium.single-az": ["aws.rds-postgresql.db.t3.medium.single-az", "aws.rds-postgresql.db.t4g.medium.multi-az"],
  "aws.rds-postgresql.db.m6g.large.single-az": ["aws.rds-postgresql.db.m6g.large.multi-az"],
};

function change(at: number, edit: (part: Part) => Part): (sheet: Sheet) => Sheet {
  return (sheet) => ({ ...sheet, parts: sheet.parts.map((part, index) => (index === at ? edit(part) : part)) });
}
const edited = (edit: (price: NaivePrice) => NaivePrice) => (part: Part): Part => ({ ...part, edit: (price) => edit(part.edit(price)) });

/** The first paid rate for everything. */
function flat(price: NaivePrice): NaivePrice {
  const { tiers, thereafter: _, schedule: __, ...rest } = price;
  const paid = tiers?.find((tier) => Number(tier.rate) > 0)?.rate;
  return paid === undefined ? price : { ...rest, rate: paid };
}

/** Tier bounds that count from the first unit. */
function counted(price: NaivePrice): NaivePrice {
  const lowered = price.tiers?.map((tier) => ({ ...tier, upTo: new Own(tier.upTo).minus(price.allowance ?? "0").toFixed() })).filter((tier) => Number(tier.upTo) > 0);
  return lowered === undefined ? price : { ...price, tiers: lowered };
}

/** Every mistake that a sheet allows, those that change prices first. */
function mistakesOf(sheet: Sheet): readonly Mistake[] {
  const parts = sheet.parts.flatMap((part, at): Mistake[] => {
    const price = priceOn(part.rate, ON);
    if (!price) return [];
    const paid = price.tiers?.find((tier) => Number(tier.rate) > 0)?.rate;
    return [
      ...(SIBLINGS[part.rate] ?? []).map((rate): Mistake => ({ kind: "wrong-meter", slot: `rate ${at}`, make: change(at, (one) => ({ ...one, rate })) })),
      ...(price.allowance ? [{ kind: "free-tier-left-out", slot: `free ${at}`, make: change(at, edited(({ allowance: _, ...one }) => one)) }] : []),
      ...(OTHER_FREE[part.rate] ?? []).map((allowance): Mistake => ({ kind: "other-free-tier", slot: `free ${at}`, make: change(at, edited((one) => ({ ...one, allowance }))) })),
      ...(part.copies > 1 ? [{ kind: "free-tier-per-pool", slot: `pool ${at}`, make: change(at, (one: Part) => ({ ...one, apart: true })) }] : []),
      ...(paid ? [{ kind: "flat-rate", slot: `tiers ${at}`, make: change(at, edited(flat)) }] : []),
      ...(paid && price.allowance ? [{ kind: "absolute-thresholds", slot: `tiers ${at}`, make: change(at, edited(counted)) }] : []),
      ...(sheet.parts.length > 1 ? [{ kind: "component-left-out", slot: `part ${at}`, make: change(at, (one: Part) => ({ ...one, factor: "0" })) }] : []),
      ...["1000", "0.001"].map((factor): Mistake => ({ kind: "unit-slip", slot: `part ${at}`, make: change(at, (one) => ({ ...one, factor: new Own(one.factor).times(factor).toFixed() })) })),
    ];
  });
  const hourly = (part: Part): boolean => /\.hour$|-hour$|-az$/.test(part.rate);
  return [
    ...(sheet.parts.some((part) => part.rate.startsWith("aws.dynamodb")) ? [{ kind: "other-date", slot: "day", make: (one: Sheet) => ({ ...one, parts: one.parts.map((part) => ({ ...part, day: "2024-08-31" })) }) }] : []),
    ...parts.filter((one) => one.kind === "wrong-meter"), ...parts.filter((one) => one.kind !== "wrong-meter"),
    ...(sheet.parts.some(hourly) ? ["720", "744", "750"].map((hours): Mistake => ({ kind: "hours-per-month", slot: "hours", make: (one) => ({ ...one, parts: one.parts.map((part) => (hourly(part) ? { ...part, quantity: new Own(part.quantity).times(hours).div(730).toFixed() } : part)) }) })) : []),
    ...(sheet.once === "0" ? [] : [{ kind: "one-off-left-out", slot: "once", make: (one: Sheet) => ({ ...one, once: "0" }) }]),
  ];
}

/** A mistake that shows: it changes the figure by more than 20 times what is printed, and by at least half a per cent. */
function shows(before: Decimal, after: Decimal | undefined, unit: string): boolean {
  const effect = (after ?? before).minus(before).abs();
  return effect.gte(new Own(unit).times(20)) && effect.gte(before.abs().times("0.005"));
}

const figureWith = (sheet: Sheet, mistakes: readonly Mistake[]): Decimal | undefined => figureOf(mistakes.reduce((one, mistake) => mistake.make(one), sheet));

/** Every choice of fewer mistakes, none of them included. */
function partsOf(chosen: readonly Mistake[]): readonly (readonly Mistake[])[] {
  return Array.from({ length: 2 ** chosen.length - 1 }, (_, bits) => chosen.filter((__, index) => (bits >> index) % 2 === 1));
}

/** A claims file with one claim in which `count` mistakes were made. */
export function synthetic(seed: number, count: 1 | 2 | 3): Synthetic {
  const roll = dice(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
  for (;;) {
    const set = pick(SETS);
    const pools = set.length === 1 && roll() < 0.4 ? 2 + Math.floor(roll() * 3) : 1;
    const isTotal = roll() < 0.25;
    const parts = set.map(([rate, from, to]): Part => ({
      rate, day: ON, copies: pools, apart: false, factor: "1", edit: (price) => price,
      quantity: from === to ? String(from) : new Own(Math.round(from * (to / from) ** roll())).toSignificantDigits(2 + Math.floor(roll() * 3)).toFixed(),
    }));
    const sheet: Sheet = { parts, once: isTotal ? pick(["5000", "12500", "30000"]) : "0", months: isTotal ? pick([12, 36]) : 1 };
    const right = figureOf(sheet);
    const mistakes = mistakesOf(sheet);
    const chosen = [pick(mistakes)];
    const isNext = (one: Mistake): boolean => chosen.every((other) => one.slot !== other.slot && mistakes.indexOf(one) > mistakes.indexOf(other));
    while (chosen.length < count && mistakes.some(isNext)) chosen.push(pick(mistakes.filter(isNext)));
    const unit = roll() < 0.7 ? "0.01" : "1";
    const last = figureWith(sheet, chosen);
    if (!right || !last || chosen.length < count || !partsOf(chosen).every((fewer) => {
      const one = figureWith(sheet, fewer);
      return one && shows(one, last, unit);
    })) continue;
    const claimed = last.toDecimalPlaces(unit === "1" ? 0 : 2, Decimal.ROUND_HALF_UP);
    const kinds = chosen.map((one) => one.kind);
    const charges = parts.map((part) => ({ rate: part.rate, quantity: part.quantity, times: String(part.copies) }));
    const claim = { id: "synthetic", says: "made up", claimed: unit === "1" ? claimed.toFixed(0) : claimed.toFixed(2), charges, ...(isTotal ? { kind: "total", months: String(sheet.months), costs: [{ name: "set-up", once: sheet.once }] } : {}) };
    return { kinds: [...kinds].sort(), says: `seed ${seed}: ${kinds.join(" + ")} in ${charges.map((charge) => `${charge.rate} x ${charge.quantity} x ${charge.times}`).join(", ")}`, text: JSON.stringify({ title: "Synthetic", source: { url: "test", date: ON }, prices: { asOf: ON }, claims: [claim] }) };
  }
}
