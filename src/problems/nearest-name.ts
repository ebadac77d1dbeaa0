/** Edits (insert, delete, replace, swap of neighbours) between two short words. */
function distance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return at(left.length, right.length);
}

type Near = { readonly names: readonly string[]; readonly edits: number };

/** The names whose text, as `textsOf` gives it, is fewest edits away. */
function fewestEdits(found: string, known: readonly string[], textsOf: (name: string) => readonly string[]): Near {
  let near: { names: string[]; edits: number } = { names: [], edits: Number.POSITIVE_INFINITY };
  for (const name of known) {
    const edits = Math.min(...textsOf(name.toLowerCase()).map((text) => distance(found, text)));
    if (edits < near.edits) near = { names: [name], edits };
    else if (edits === near.edits) near.names.push(name);
  }
  return near;
}

const SEPARATOR = /[-._\s]/;
/** A shorter text is part of too many names to mean one of them. */
const LEAST_PART = 3;
const LEAST_INNER_PART = 4;
const MOST_OFFERED = 4;

/** "auth0-b2c-essentials" → "auth0", "auth0-b2c", "b2c", … */
function partsOf(name: string): readonly string[] {
  const words = name.split(SEPARATOR);
  const leading = words.map((word, index) => name.slice(0, words.slice(0, index).join("-").length + (index === 0 ? 0 : 1) + word.length));
  return [...new Set([...leading, ...words])].filter((part) => part.length >= LEAST_PART);
}

/** "aws.cognito.mau" in "aws.cognito.lite.mau": every word of the text, others between them. */
function hasWordsInOrder(name: string, text: string): boolean {
  const wanted = text.split(SEPARATOR);
  let met = 0;
  for (const word of name.split(SEPARATOR)) if (word === wanted[met]) met++;
  return wanted.length > 1 && met === wanted.length;
}

/** Names that the text is a part of: those that begin with it, else those with a word that does, else those with all its words, else those that hold it anywhere; else names that are a part of the text. */
function containing(found: string, known: readonly string[]): readonly string[] {
  if (found.length < LEAST_PART) return [];
  const holds = (text: string, part: string): boolean =>
    text.split(SEPARATOR).some((_, index, words) =>
      words
        .slice(index)
        .join("-")
        .startsWith(part.replaceAll(/[._\s]/g, "-")),
    );
  const ranks: readonly ((name: string) => boolean)[] = [
    (name) => name.startsWith(found),
    (name) => holds(name, found),
    (name) => hasWordsInOrder(name, found),
    (name) => found.length >= LEAST_INNER_PART && name.includes(found),
    (name) => name.length >= LEAST_PART && partsOf(found).includes(name),
  ];
  for (const fits of ranks) {
    const names = known.filter((name) => fits(name.toLowerCase()));
    if (names.length > 0) return names;
  }
  return [];
}

/** "storageGb" → "storage"; shorter words stand in too many names. */
function longWords(name: string): readonly string[] {
  return name
    .split(/[-._\s]+|(?<=[a-z0-9])(?=[A-Z])/)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= LEAST_INNER_PART);
}

/** Names that share a word with the text, as long as they are few. */
function sharingWords(text: string, known: readonly string[]): readonly string[] {
  const words = longWords(text);
  const names = known.filter((name) => longWords(name).some((word) => words.includes(word)));
  return names.length <= MOST_OFFERED ? names : [];
}

/**
 * The known names that the reader most likely meant, best first; none when nothing is near. A name of which the text is a
 * part is near; one that is a single slip away is nearer, unless the text is very short.
 */
export function nearestNames(text: string, names: Iterable<string>): readonly string[] {
  const found = text.toLowerCase();
  if (found.length === 0 || found.length > 80) return [];
  const known = [...new Set(names)];
  const same = known.filter((name) => name.toLowerCase() === found);
  if (same.length > 0) return same;
  const whole = fewestEdits(found, known, (name) => [name]);
  const first = whole.names.slice(0, 1);
  const holding = containing(found, known);
  if (whole.edits <= 1 && (found.length > LEAST_PART || holding.length === 0)) return first;
  if (holding.length > 0) return holding;
  const part = found.length < LEAST_INNER_PART ? { names: [], edits: Number.POSITIVE_INFINITY } : fewestEdits(found, known, partsOf);
  if (part.edits < whole.edits && part.edits <= Math.max(1, Math.floor(found.length / 4))) return part.names;
  return whole.edits <= Math.max(2, Math.floor(Math.max(found.length, first[0]?.length ?? 0) / 3)) ? first : sharingWords(text, known);
}

/** The known name that the reader most likely meant, if one is near enough to offer. */
export function nearestName(found: string, known: Iterable<string>): string | undefined {
  return nearestNames(found, known)[0];
}

const MOST_LISTED = 20;
const LONGEST_LIST = 200;

type Hint = { readonly hint: string } | Record<never, never>;

/** Hint text for an unknown name: the nearest ones. */
export function nearHint(found: string, known: readonly string[]): Hint {
  const near = nearestNames(found, known);
  return near.length > 0 ? { hint: `did you mean ${offer(near)}?` } : {};
}

/** Hint text for an unknown name: the nearest ones, or the list when it is short. */
export function nameHint(found: string, known: readonly string[]): Hint {
  const near = nearHint(found, known);
  if ("hint" in near) return near;
  const list = known.join(", ");
  return known.length > 0 && known.length <= MOST_LISTED && list.length <= LONGEST_LIST ? { hint: `known: ${list}` } : {};
}

/** `"a", "b" or "c"` */
function offer(names: readonly string[]): string {
  const shown = names.slice(0, MOST_OFFERED).map((name) => JSON.stringify(name));
  const rest = names.length - shown.length;
  const [last = "", ...others] = (rest > 0 ? [...shown, `${rest} others like them`] : shown).reverse();
  return others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`;
}
