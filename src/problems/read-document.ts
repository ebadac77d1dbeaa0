import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node } from "yaml";
import { composed } from "./composed.js";
import { type Place, type Problem, ProblemError, quoted } from "./problem.js";
import { syntaxProblems } from "./syntax-problems.js";

/** Plain data of a YAML or JSON text, every scalar still text, and where each part stands. */
export type LocatedDocument = {
  readonly file: string;
  readonly data: unknown;
  /** Where the value (or, with `key`, the key) at the path stands; the nearest enclosing place for a missing part. */
  readonly locate: (path: readonly PropertyKey[], part?: "value" | "key") => Place;
};

const LARGEST_TEXT = 5_000_000;
const MOST_NODES = 200_000;
const DEEPEST = 60;

type Places = Map<string, { line: number; col: number }>;
const pathKey = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String));

/**
 * Reads YAML (JSON is a part of it). Scalars stay text, so that `0.0055` keeps its digits and `no` stays a word.
 * Anchors work within a budget of nodes, so that nested aliases cannot blow up.
 * @throws ProblemError with every syntax problem, each with line and column.
 */
export function readDocument(text: string, file: string): LocatedDocument {
  if (text.length > LARGEST_TEXT) {
    throw new ProblemError([
      {
        code: "too-large",
        place: { file },
        message: "the file is too large",
        found: `${text.length} characters`,
        expected: `at most ${LARGEST_TEXT}`,
      },
    ]);
  }
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => ({ file, line: lines.linePos(offset).line, column: lines.linePos(offset).col });
  const tooDeep = (offset: number): ProblemError =>
    new ProblemError([
      { code: "too-large", place: placeAt(offset), message: "the file is nested too deeply", expected: `at most ${DEEPEST} levels` },
    ]);
  const document = composed(text, lines, DEEPEST, tooDeep);
  const wrong = syntaxProblems(document, text, file, placeAt);
  if (wrong.length > 0) throw new ProblemError(wrong);
  const values: Places = new Map();
  const keys: Places = new Map();
  let nodes = 0;
  const problems: Problem[] = [];
  const stop = (problem: Problem): never => {
    throw new ProblemError([...problems, problem]);
  };
  const build = (node: Node | null | undefined, path: readonly PropertyKey[], depth: number): unknown => {
    nodes++;
    const start = node?.range?.[0] ?? 0;
    if (nodes > MOST_NODES)
      stop({
        code: "too-large",
        place: placeAt(start),
        message: "the file unfolds to too many values",
        expected: `at most ${MOST_NODES}`,
        hint: "nested aliases multiply; write the parts out",
      });
    if (depth > DEEPEST) throw tooDeep(start);
    if (node !== null && node !== undefined && !values.has(pathKey(path))) values.set(pathKey(path), lines.linePos(start));
    if (node === null || node === undefined) return undefined;
    if (isAlias(node)) return build(node.resolve(document), path, depth + 1);
    if (isScalar(node)) return node.value === null || (node.source === "" && node.type === "PLAIN") ? undefined : String(node.value);
    if (isSeq(node)) return node.items.map((item, index) => build(item as Node, [...path, index], depth + 1));
    if (isMap(node)) {
      const object: Record<string, unknown> = {};
      for (const pair of node.items) {
        const keyNode = pair.key as Node;
        const at = placeAt(keyNode?.range?.[0] ?? start);
        if (!isScalar(keyNode)) {
          problems.push({ code: "syntax", place: at, message: "a key must be plain text" });
          continue;
        }
        const key = String(keyNode.value);
        if (key === "__proto__" || key === "<<") {
          problems.push({
            code: "unknown-key",
            place: at,
            message: `the key ${quoted(key)} is not allowed`,
            ...(key === "<<" ? { hint: "write the keys out; an alias may stand for a whole value" } : {}),
          });
          continue;
        }
        keys.set(pathKey([...path, key]), lines.linePos(keyNode.range?.[0] ?? start));
        object[key] = build(pair.value as Node | null, [...path, key], depth + 1);
      }
      return object;
    }
    return stop({ code: "syntax", place: placeAt(start), message: "this kind of YAML value is not supported" });
  };
  const data = build(document.contents as Node | null, [], 0);
  if (problems.length > 0) throw new ProblemError(problems);
  const locate: LocatedDocument["locate"] = (path, part = "value") => {
    for (let length = path.length; length >= 0; length--) {
      const key = pathKey(path.slice(0, length));
      const found = (part === "key" && length === path.length ? keys.get(key) : undefined) ?? values.get(key) ?? keys.get(key);
      if (found) return { file, line: found.line, column: found.col };
    }
    return { file, line: 1, column: 1 };
  };
  return { file, data, locate };
}
