import { type Decimal, decimal, ONE, plain } from "../../units/decimal.js";
import { isOpenEnd } from "../open-end.js";
import type { PriceData } from "../price-file-schema.js";
import type { OfferPrice } from "./offer-price.js";

/** Whether two prices charge the same for every quantity, however their digits are written ("1.00" and "1"). */
export function samePrice(left: OfferPrice | PriceData, right: OfferPrice | PriceData): boolean {
  return comparable(left) === comparable(right);
}

function comparable(price: OfferPrice | PriceData): string {
  const per = price.per === undefined ? ONE : decimal(price.per);
  const number = (text: string, by: Decimal = ONE): string => plain(decimal(text).div(by));
  const beside = [number(price.allowance ?? "0"), number(price.minimum ?? "0")];
  if ("amount" in price) return JSON.stringify(["flat", number(price.amount), beside]);
  if ("size" in price) return JSON.stringify(["package", number(price.size), number(price.rate), beside]);
  if ("rate" in price) return JSON.stringify(["per-unit", number(price.rate, per), beside]);
  const [first, ...more] = price.tiers;
  // Free units inside the tiers and nothing but one rate above them: an allowance by another name.
  if (
    price.schedule === "graduated" &&
    first?.free === true &&
    more.length === 0 &&
    price.allowance === undefined &&
    first.flat === undefined &&
    typeof price.thereafter === "string" &&
    !isOpenEnd(price.thereafter)
  ) {
    return JSON.stringify(["per-unit", number(price.thereafter, per), [number(first.upTo), beside[1]]]);
  }
  const tiers = price.tiers.map((tier) => [number(tier.upTo), number(tier.rate, per), number(tier.flat ?? "0"), tier.free === true]);
  const last = isOpenEnd(price.thereafter)
    ? price.thereafter
    : typeof price.thereafter === "string"
      ? [number(price.thereafter, per), "0"]
      : [number(price.thereafter.rate, per), number(price.thereafter.flat ?? "0")];
  return JSON.stringify([price.schedule, tiers, last, beside]);
}
