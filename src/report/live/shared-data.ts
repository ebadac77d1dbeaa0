/** JSON with every larger part that comes up more than once kept once: price files repeat what stays in force. */
export type SharedData = { readonly parts: readonly Json[]; readonly root: Json };
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Where a part stands instead of itself: {"$": 3} is parts[3]. A part refers only to parts before it. */
const MARK = "$";
/** A shorter text costs no more than the reference to it. */
const LEAST_LENGTH = 24;

/** The same value, smaller. Data has no key "$" of its own. */
export function toShared(value: unknown): SharedData {
  const counts = new Map<string, number>();
  const count = (one: Json): void => {
    const text = JSON.stringify(one);
    if (text.length < LEAST_LENGTH) return;
    const before = counts.get(text) ?? 0;
    counts.set(text, before + 1);
    if (before === 0 && typeof one === "object" && one !== null) for (const child of Object.values(one)) count(child);
  };
  const plain = JSON.parse(JSON.stringify(value)) as Json;
  count(plain);
  const parts: Json[] = [];
  const places = new Map<string, number>();
  const shared = (one: Json): Json => {
    const text = JSON.stringify(one);
    const known = places.get(text);
    if (known !== undefined) return { [MARK]: known };
    const smaller: Json = Array.isArray(one)
      ? one.map(shared)
      : typeof one === "object" && one !== null
        ? Object.fromEntries(Object.entries(one).map(([key, child]) => [key, shared(child)]))
        : one;
    if ((counts.get(text) ?? 0) < 2) return smaller;
    places.set(text, parts.push(smaller) - 1);
    return { [MARK]: parts.length - 1 };
  };
  return { root: shared(plain), parts };
}

export function fromShared({ parts, root }: SharedData): unknown {
  const known: Json[] = [];
  const whole = (one: Json): Json => {
    if (Array.isArray(one)) return one.map(whole);
    if (typeof one !== "object" || one === null) return one;
    const place = (one as { readonly [key: string]: Json })[MARK];
    if (typeof place === "number") return known[place] ?? null;
    return Object.fromEntries(Object.entries(one).map(([key, child]) => [key, whole(child)]));
  };
  for (const part of parts) known.push(whole(part));
  return whole(root);
}
