/** What every schema says of a text that should be a number and is none. */
export const NOT_A_NUMBER = "not a plain decimal number";
export const PLAIN_NUMBER = "digits with at most one point, such as 50000 or 0.25";

const LONGEST = 30;
const FACTORS: Readonly<Record<string, number>> = { k: 3, m: 6, million: 6, b: 9, billion: 9, "%": -2 };

/** The digits moved by so many places: "2.5" by 3 is "2500". */
function shifted(digits: string, places: number): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const at = whole.length + places;
  const all = `${"0".repeat(Math.max(0, 1 - at))}${whole}${fraction}`;
  const point = Math.max(at, 1);
  const [left, right] = [all.slice(0, point).padEnd(point, "0"), all.slice(point)];
  return `${left.replace(/^0+(?=\d)/, "")}${/[1-9]/.test(right) ? `.${right.replace(/0+$/, "")}` : ""}`;
}

/** "1e3", "1_000", "$1,000", ".5", "50k" or "10 %" in the notation that files have; nothing when the meaning is not plain. */
export function plainNumber(text: string): string | undefined {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^\$ ?/, "")
    .replace(/ ?(?:usd|users|mau)$/, "");
  const ungrouped = /^[+-]?\d{1,3}(?:[,_ ']\d{3})+(?:\.\d+)?(?=\D*$)/.test(bare) ? bare.replaceAll(/[,_ '](?=\d{3})/g, "") : bare;
  const [, sign = "", digits = "", exponent, factor] =
    /^([+-]?)(\d+\.?\d*|\.\d+)(?:e\+?(-?\d{1,2})| ?(k|m|million|b|billion|%))?$/.exec(ungrouped) ?? [];
  if (digits === "") return undefined;
  const plain = shifted(digits.replace(/^\./, "0."), Number(exponent ?? 0) + (factor === undefined ? 0 : (FACTORS[factor] ?? 0)));
  return plain.split(".").some((part) => part.length > LONGEST) ? undefined : `${sign === "-" ? "-" : ""}${plain}`;
}

/** Hint text for a number in another notation. */
export function numberHint(text: unknown): { readonly hint: string } | Record<never, never> {
  const plain = typeof text === "string" ? plainNumber(text) : undefined;
  return plain === undefined || plain === text ? {} : { hint: `write ${plain}` };
}
