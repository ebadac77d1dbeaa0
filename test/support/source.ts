import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const SRC = fileURLToPath(new URL("../../src/", import.meta.url));

/** One file of src: its text, the text without comments, and the code without comments and without the words inside strings. */
export type SourceFile = { readonly path: string; readonly text: string; readonly uncommented: string; readonly code: string };

export function sourceFiles(): readonly SourceFile[] {
  const paths = readdirSync(SRC, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return paths.filter((path) => path.endsWith(".ts")).sort().map((path) => sourceFile(path, readFileSync(`${SRC}${path}`, "utf8")));
}

export function sourceFile(path: string, text: string): SourceFile {
  return { path, text, uncommented: blank(text, { strings: false }), code: blank(text, { strings: true }) };
}

/** The module specifiers of all imports and re-exports, dynamic ones included. */
export function importsOf(file: SourceFile): readonly string[] {
  const patterns = [/\b(?:import|export)\b[^;"'`]*?\bfrom\s*"([^"]+)"/g, /\bimport\s*\(\s*"([^"]+)"/g, /\bimport\s*"([^"]+)"/g];
  return patterns.flatMap((pattern) => [...file.uncommented.matchAll(pattern)].map((match) => match[1] ?? ""));
}

/** What a relative specifier names below src, as a source path; undefined for a package. */
export function resolveImport(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return new URL(specifier, `file:///${from}`).pathname.slice(1).replace(/\.js$/, ".ts");
}

const spaces = (text: string): string => text.replace(/[^\n]/g, " ");
const REGEX_MAY_FOLLOW = /(?:^|[(,=:[!&|?{};]|\breturn|=>)\s*$/;
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*|[{}]/g;

/** Blanks comments, and with `strings` the inside of strings, templates and regular expressions; lines keep their numbers. */
function blank(text: string, { strings }: { readonly strings: boolean }): string {
  let out = "";
  let at = 0;
  const depth: number[] = [];
  const token = new RegExp(TOKEN);
  const copy = (end: number): void => {
    out += text.slice(at, end);
    at = end;
  };
  const hide = (end: number, hidden: boolean): void => {
    out += hidden ? spaces(text.slice(at, end)) : text.slice(at, end);
    at = end;
  };
  /** the fixed words of a template, up to its end or the next inserted value */
  const template = (): void => {
    const rest = /(?:\\[\s\S]|\$(?!\{)|[^\\`$])*(`|\$\{)/g;
    rest.lastIndex = at;
    const found = rest.exec(text);
    const end = found ? rest.lastIndex : text.length;
    hide(end - (found?.[1]?.length ?? 0), strings);
    copy(end);
    if (found?.[1] === "${") depth.push(0);
  };
  for (;;) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) return out + text.slice(at);
    const [word] = found;
    const isRegex = word.startsWith("/") && !word.startsWith("//") && !word.startsWith("/*");
    const divides = isRegex && !REGEX_MAY_FOLLOW.test(text.slice(Math.max(0, found.index - 40), found.index));
    copy(found.index);
    const last = depth.length - 1;
    if (divides) copy(at + 1);
    else if (word.startsWith("//") || word.startsWith("/*")) hide(at + word.length, true);
    else if (word === "`") {
      copy(at + 1);
      template();
    } else if (word === "{" || word === "}") {
      copy(at + 1);
      if (word === "}" && depth[last] === 0) {
        depth.pop();
        template();
      } else if (last >= 0) depth[last] = (depth[last] ?? 0) + (word === "{" ? 1 : -1);
    } else {
      copy(at + 1);
      hide(found.index + word.length - 1, strings);
      copy(found.index + word.length);
    }
  }
}
