import { architecturesOf, BOOKS } from "../architectures/registry.js";
import { unknownArchitecture, unknownBook } from "../architectures/unknown-names.js";
import { readSettings } from "../components/setting.js";
import { type Problem, quoted } from "../problems/problem.js";
import type { NamedAlternative, Names } from "../scenario/names-in.js";

/** Every price book, architecture and setting that a scenario names and nobody knows. */
export function checkNames({ book, alternatives, place }: Names): readonly Problem[] {
  if (BOOKS.includes(book)) return alternatives.flatMap((one) => strangeNames(one, book));
  return [{ ...unknownBook(book), place: place(["prices", "book"]) }];
}

function strangeNames({ id, architecture, settings, place }: NamedAlternative, book: string): readonly Problem[] {
  const known = architecturesOf(book);
  if (architecture === undefined) return [...costsOfArchitecture(id, known.has(id), place), ...strayingSettings(settings, place)];
  const specs = known.get(architecture)?.settings;
  if (!specs) return [{ ...unknownArchitecture(architecture, book), place: place(["architecture"]) }];
  return readSettings(specs, settings, `the architecture ${quoted(architecture)}`, (name, part) => place(["settings", name], part))
    .problems;
}

function costsOfArchitecture(id: string, isArchitecture: boolean, place: NamedAlternative["place"]): readonly Problem[] {
  if (!isArchitecture) return [];
  return [
    {
      code: "inconsistent",
      place: place(["id"]),
      message: `${quoted(id)} is an architecture, but this alternative has costs alone`,
      hint: `add \`architecture: ${id}\` to put the costs on top of it, or choose another id`,
    },
  ];
}

function strayingSettings(settings: NamedAlternative["settings"], place: NamedAlternative["place"]): readonly Problem[] {
  return Object.keys(settings).map((name) => ({
    code: "unknown-name" as const,
    place: place(["settings", name], "key"),
    message: `costs given by hand have no setting ${quoted(name)}`,
    hint: "settings belong to an architecture",
  }));
}
