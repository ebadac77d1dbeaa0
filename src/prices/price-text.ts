import { decimal } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import type { PriceData } from "./price-file-schema.js";

/** A price as one readable line, with the digits of its file: "0.0055 up to 90,000; 0.0046 up to 990,000; then 0.0025". */
export function priceText(price: PriceData): string {
  const per = price.per === undefined ? "" : ` per ${formatNumber(decimal(price.per))}`;
  const free = price.allowance === undefined ? "" : `first ${formatNumber(decimal(price.allowance))} free; `;
  const minimum = price.minimum === undefined ? "" : `; at least ${price.minimum}`;
  const range = price.low === undefined ? "" : ` (${price.low} to ${price.high ?? ""})`;
  return `${free}${shapeText(price)}${range}${per}${minimum}`;
}

function shapeText(price: PriceData): string {
  if ("amount" in price) return `${price.amount} flat`;
  if ("size" in price) return `${price.rate} for each started ${formatNumber(decimal(price.size))}`;
  if ("rate" in price) return price.rate;
  const tiers = price.tiers.map(
    (tier) => `${tier.flat === undefined ? "" : `${tier.flat} + `}${tier.rate} up to ${formatNumber(decimal(tier.upTo))}`,
  );
  const last =
    price.thereafter === "quote"
      ? "above only on request"
      : price.thereafter === "unread"
        ? "above not known"
        : `then ${typeof price.thereafter === "string" ? price.thereafter : price.thereafter.rate}`;
  return `${tiers.join("; ")}; ${last}${price.schedule === "volume" ? " (whole quantity at its tier)" : ""}`;
}
