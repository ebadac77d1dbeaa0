import type { ReportDoc } from "../../src/report/report-doc.js";
import { sampleDoc } from "./sample-doc.js";

/** Text that breaks out of elements, attributes, comments and scripts wherever it is not escaped, and then calls `pwned`. */
export const HOSTILE = `</script></style></title><script>pwned()</script><img src=x onerror=pwned()>"' autofocus onfocus=pwned() x="<!-- \u2028\u2029\u202e ]]> \${pwned()} {{7*7}}`;

/** Words of the document; everything else is structure. */
const WORDS = new Set(["title", "subtitle", "sentence", "label", "meaning", "summary", "lead", "text", "exact", "caption", "note", "description", "total", "result", "dollars", "none"]);
const WORD_LISTS = new Set(["reasons", "flips", "items", "paragraphs", "lines"]);

/** The sample with every text replaced. */
export function withWords(replace: (text: string) => string): ReportDoc {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === "string") return WORDS.has(key) ? replace(value) : value;
    if (Array.isArray(value)) return value.map((item: unknown) => (typeof item === "string" && WORD_LISTS.has(key) ? replace(item) : walk(item, key)));
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)])) : value;
  };
  return walk(sampleDoc, "") as ReportDoc;
}

/** Every text hostile, every id as well, and addresses that must not become links. */
export function hostileDoc(): ReportDoc {
  const doc = withWords((text) => HOSTILE + text);
  const rows = ["javascript:pwned()", "data:text/html,<script>pwned()</script>", "//evil.example", "docs/page.md", `https://example.org/"onmouseover="pwned()`].map((url) => ({
    cells: [{ text: HOSTILE, url }], detail: { lines: [HOSTILE], source: { text: HOSTILE, url } },
  }));
  return { ...doc, sections: [...doc.sections, { id: HOSTILE, title: HOSTILE, blocks: [{ kind: "table", table: { id: HOSTILE, caption: HOSTILE, columns: [{ title: HOSTILE, align: "left" }], rows } }] }] };
}
