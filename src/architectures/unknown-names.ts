import { nameHint } from "../problems/nearest-name.js";
import { type Problem, quoted } from "../problems/problem.js";
import { architecturesOf, BOOKS } from "./registry.js";

/** A price book that is not there. */
export function unknownBook(book: string): Problem {
  return { code: "unknown-name", message: `there is no price book ${quoted(book)}`, ...nameHint(book, BOOKS) };
}

/** An architecture that the book does not have: what is near to it, or where they are listed. */
export function unknownArchitecture(id: string, book: string): Problem {
  return {
    code: "unknown-name",
    message: `there is no architecture ${quoted(id)} in book ${quoted(book)}`,
    hint: "`authcost architectures` lists them",
    ...nameHint(id, [...architecturesOf(book).keys()]),
  };
}
