import { builtinModules } from "node:module";
import { expect, it } from "vitest";
import { importsOf, resolveImport, sourceFiles } from "../support/source.js";

/** The house's floors. units and problems share the ground floor, and neither needs the other. */
const FLOORS: Readonly<Record<string, number>> = {
  units: 0, problems: 0, prices: 1, scenario: 1, rating: 2, components: 3, architectures: 4, engine: 5, analysis: 6, report: 7, cli: 8,
};
/** The doors of the library see every room but the command line. */
const DOORS: readonly string[] = ["index.ts", "catalogue.ts", "report.ts"];

const files = sourceFiles();
const roomOf = (path: string): string => path.split("/")[0] ?? "";
const isBuiltIn = (specifier: string): boolean => specifier.startsWith("node:") || builtinModules.includes(specifier.split("/")[0] ?? "");
const imports = files.flatMap((file) => importsOf(file).map((specifier) => ({ from: file.path, specifier, to: resolveImport(file.path, specifier) })));

it("src was read: many files, many imports", () => {
  expect(files.length).toBeGreaterThan(80);
  expect(imports.length).toBeGreaterThan(300);
});

it("every file stands in a known room", () => {
  const lost = files.filter((file) => !DOORS.includes(file.path) && FLOORS[roomOf(file.path)] === undefined);
  expect(lost.map((file) => `src/${file.path} stands in no room of the house: move it into one, or give the new room a floor in FLOORS and in the house plan`)).toEqual([]);
});

it("every relative import names a file that exists", () => {
  const known = new Set(files.map((file) => file.path));
  const missing = imports.filter(({ to }) => to !== undefined && !known.has(to));
  expect(missing.map(({ from, specifier }) => `src/${from} imports "${specifier}", which is not a file of src`)).toEqual([]);
});

it("a room imports only from lower floors or itself", () => {
  const upward = imports.filter(({ from, to }) => {
    if (to === undefined) return false;
    if (DOORS.includes(from)) return roomOf(to) === "cli";
    const [here, there] = [roomOf(from), roomOf(to)];
    return here !== there && (FLOORS[there] ?? Number.POSITIVE_INFINITY) >= (FLOORS[here] ?? -1);
  });
  expect(upward.map(({ from, to }) => `src/${from} imports src/${to}, which is not on a lower floor: move what both need down to a floor below ${roomOf(from)}/, or pass it in as an argument`)).toEqual([]);
});

it("only units imports decimal.js", () => {
  const wrong = imports.filter(({ from, specifier }) => /^decimal\.js/.test(specifier) && roomOf(from) !== "units");
  expect(wrong.map(({ from }) => `src/${from} imports decimal.js: take \`decimal\`, \`Decimal\` and their helpers from units/decimal.js, so that there is one clone with one precision`)).toEqual([]);
});

it("only the command line imports Node's own modules", () => {
  const wrong = imports.filter(({ from, specifier }) => isBuiltIn(specifier) && roomOf(from) !== "cli");
  expect(wrong.map(({ from, specifier }) => `src/${from} imports "${specifier}": read files in src/cli and pass their text in`)).toEqual([]);
});

it("only the command line imports yargs", () => {
  const wrong = imports.filter(({ from, specifier }) => /^yargs/.test(specifier) && roomOf(from) !== "cli");
  expect(wrong.map(({ from }) => `src/${from} imports yargs: flags are read in src/cli and passed down as values`)).toEqual([]);
});

it("nothing that the library's doors reach needs Node", () => {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const one of imports.filter(({ from }) => from === path)) if (one.to !== undefined) visit(one.to);
  };
  DOORS.forEach(visit);
  expect(reached.size).toBeGreaterThan(50);
  const node = imports.filter(({ from, specifier }) => reached.has(from) && isBuiltIn(specifier));
  expect(node.map(({ from, specifier }) => `src/${from} is reachable from index.ts and imports "${specifier}": the library must run in a browser`)).toEqual([]);
});
