/** Why a price ends with its last tier: above it the provider asks for a quote, or publishes a price that was not read. */
export type OpenEnd = "quote" | "unread";

export function isOpenEnd(thereafter: unknown): thereafter is OpenEnd {
  return thereafter === "quote" || thereafter === "unread";
}
