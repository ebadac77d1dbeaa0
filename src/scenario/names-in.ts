import type { Place, Problem } from "../problems/problem.js";
import type { LocatedDocument } from "../problems/read-document.js";

/** An alternative's names as far as they can be read, whatever else is wrong with it. */
export type NamedAlternative = {
  readonly id: string;
  /** absent when the alternative consists of costs given by hand alone */
  readonly architecture?: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly place: (path: readonly PropertyKey[], part?: "value" | "key") => Place;
};

/** What a scenario names that only higher floors know. */
export type Names = {
  readonly book: string;
  readonly alternatives: readonly NamedAlternative[];
  readonly place: LocatedDocument["locate"];
};

/** Complains of names that nothing is known by. */
export type CheckNames = (names: Names) => readonly Problem[];

type Block = Readonly<Record<string, unknown>>;
const isBlock = (value: unknown): value is Block => typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/**
 * Reads the names out of a scenario's document without asking that the rest of it be right, so that a slip elsewhere hides none of theirs.
 * @param isId what cannot be an id is left to the check of the shape
 */
export function namesIn({ data, locate }: LocatedDocument, defaultBook: string, isId: (text: string) => boolean): Names {
  const root = isBlock(data) ? data : {};
  const given: readonly unknown[] = Array.isArray(root.alternatives) ? root.alternatives : [];
  const alternatives = given.flatMap((one, index): NamedAlternative[] => {
    const place: NamedAlternative["place"] = (path, part) => locate(["alternatives", index, ...path], part);
    const block = isBlock(one) ? one : { id: one };
    const id = textOf(block.id);
    const isReadable = block.architecture === undefined || typeof block.architecture === "string";
    if (id === undefined || !isId(id) || !isReadable) return [];
    const architecture = textOf(block.architecture) ?? (block.costs === undefined ? id : undefined);
    const settings = Object.fromEntries(
      Object.entries(isBlock(block.settings) ? block.settings : {}).flatMap(([name, value]) =>
        typeof value === "string" ? [[name, value] as const] : [],
      ),
    );
    return [{ id, ...(architecture === undefined ? {} : { architecture }), settings, place }];
  });
  return { book: textOf(isBlock(root.prices) ? root.prices.book : undefined) ?? defaultBook, alternatives, place: locate };
}
