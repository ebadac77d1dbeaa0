import { describe, expect, it } from "vitest";
import { chartsOf, PAGE_DATA_ID, pageData } from "../../src/report/render/html/page-data.js";
import { reportBody } from "../../src/report/render/html/body.js";
import { words } from "../../src/report/render/html/words.js";
import { type PageAssets, renderHtml } from "../../src/report/render/html.js";
import type { ReportDoc, Table } from "../../src/report/report-doc.js";
import { HOSTILE, hostileDoc, withWords } from "../browser/hostile-doc.js";
import { sampleDoc } from "../browser/sample-doc.js";

const ASSETS: PageAssets = { script: "/*script*/", scriptHash: "c2NyaXB0", style: "/*style*/", styleHash: "c3R5bGU=" };
const html = renderHtml(sampleDoc, ASSETS);

const tablesOf = (doc: ReportDoc): readonly Table[] => [
  ...chartsOf(doc).map(({ table }) => table), ...doc.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []))),
];

/** The start tags of a page, outside its script and style, with their attributes. */
const tagsOf = (page: string): readonly string[] => page.match(/<[a-z][^<>]*>/g) ?? [];

function dataBlock(page: string): string {
  return new RegExp(`<script type="application/json" id="${PAGE_DATA_ID}">(.*?)</script>`, "s").exec(page)?.[1] ?? "";
}

/** A document with one table of one cell. */
function oneCell(cell: Table["rows"][number]["cells"][number]): string {
  const table: Table = { id: "one", caption: "One", columns: [{ title: "Cell", align: "left" }], rows: [{ cells: [cell] }] };
  return renderHtml({ ...sampleDoc, sections: [{ id: "one-section", title: "One", blocks: [{ kind: "table", table }] }] }, ASSETS);
}

describe("arithmetic put aside in a page that would be too large", () => {
  it.each([["the sample", sampleDoc], ["hostile words", hostileDoc()]] as const)("%s: put back in its order, it is the page's own", (_, doc) => {
    const aside: string[] = [];
    const parts = reportBody(doc, aside).split('<div class="arithmetic"></div>');
    expect(aside.length).toBe(parts.length - 1);
    expect(aside.length).toBeGreaterThan(20);
    expect(parts.map((part, index) => part + (index < aside.length ? `<div class="arithmetic">${aside[index]}</div>` : "")).join("")).toBe(reportBody(doc));
  });
});

describe("the page as a whole", () => {
  it("lets in only its own script and style", () => {
    expect(html).toContain(`content="default-src 'none'; script-src 'sha256-c2NyaXB0'; style-src 'sha256-c3R5bGU='; img-src data:; base-uri 'none'; form-action 'none'"`);
    expect(html).toContain("<script>/*script*/</script>");
    expect(html).toContain("<style>/*style*/</style>");
    expect(tagsOf(html).filter((tag) => / (?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
  });
  it("loads nothing: the only addresses are links", () => {
    expect(tagsOf(html).filter((tag) => /https?:|src=/.test(tag) && !tag.startsWith("<a "))).toEqual([]);
  });
  it("says the answer in words before any script runs", () => {
    const { headline } = sampleDoc;
    for (const text of [headline.sentence, headline.verdict.label, headline.verdict.meaning, ...headline.reasons, ...headline.flips]) expect(html).toContain(text);
  });
  it("shows the next two flips and no more", () => {
    const page = renderHtml({ ...sampleDoc, headline: { ...sampleDoc.headline, flips: ["flip one", "flip two", "flip three"] } }, ASSETS);
    expect(page).toContain("flip two");
    expect(page).not.toContain("flip three");
  });
  it("holds every figure of every table, with its exact value", () => {
    for (const cell of tablesOf(sampleDoc).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
      expect(html).toContain(cell.text);
      if (cell.exact) expect(html).toContain(` title="${cell.exact}"`);
    }
  });
  it("lists the sections and leads to them", () => {
    for (const { id, title } of sampleDoc.sections) {
      expect(html).toContain(`<a href="#${id}">${title}</a>`);
      expect(html).toContain(`<section class="part-of-report" id="${id}"`);
    }
  });
  it("gives every element an id of its own, whatever the document calls its parts", () => {
    const twice: ReportDoc = { ...sampleDoc, sections: [...sampleDoc.sections, ...sampleDoc.sections, { id: "report", title: "Report", blocks: [] }] };
    const ids = [...renderHtml(twice, ASSETS).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("is the same for the same document", () => {
    expect(renderHtml(sampleDoc, ASSETS)).toBe(html);
  });
  it("can be rendered without sections, reasons, flips or points", () => {
    const { headline } = sampleDoc;
    const bare = renderHtml({ ...sampleDoc, alternatives: [], sections: [], headline: { ...headline, reasons: [], flips: [], chart: { ...headline.chart, series: [], crossings: [], cheapest: [] } } }, ASSETS);
    expect(bare).toContain(headline.sentence);
    expect(bare).not.toContain("What would change the answer");
  });
});

describe("marks", () => {
  it("say in words what colour says", () => {
    expect(oneCell({ text: "$5.00", mark: "cheapest" })).toContain(`<span class="tag-word"> cheapest</span>`);
    expect(oneCell({ text: "$5.00", mark: "low-confidence" })).toContain("low confidence");
    expect(oneCell({ text: "–", mark: "infeasible" })).toContain("not possible");
  });
  it("do not repeat what the cell says itself", () => {
    const cell = /is-infeasible">(.*?)<\/th>/.exec(oneCell({ text: "not possible", mark: "infeasible" }))?.[1];
    expect(cell?.match(/not possible/g)).toHaveLength(1);
  });
});

describe("hostile names", () => {
  const page = renderHtml(hostileDoc(), ASSETS);
  it("open no element and no attribute", () => {
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<!--");
    const outsideValues = tagsOf(page).map((tag) => tag.replace(/="[^"]*"/g, ""));
    expect(outsideValues.filter((tag) => /onerror|onfocus|autofocus|onmouseover/.test(tag))).toEqual([]);
  });
  it("stay inside the JSON block, which parses to what was put in", () => {
    const block = dataBlock(page);
    expect(block).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(block)).toEqual(JSON.parse(JSON.stringify(pageData(hostileDoc()))));
    expect(block).toContain("pwned()");
  });
  it("stand in the page as text", () => {
    expect(page).toContain("&lt;/script&gt;&lt;/style&gt;");
  });
  it("cannot turn the reading direction of what stands beside them", () => {
    expect(words("\u202eevil")).toBe("<bdi>\u202eevil</bdi>");
    expect(words("\u05d0\u05d1")).toBe("<bdi>\u05d0\u05d1</bdi>");
    expect(words("PostgreSQL – 5 €")).toBe("PostgreSQL – 5 €");
    expect(page.match(/="[^"]*\u202e[^"]*"/)).toBeNull();
  });
  it("of ten thousand characters are clamped and kept whole in the tooltip", () => {
    const long = "x".repeat(10_000);
    const titled = renderHtml({ ...sampleDoc, title: long }, ASSETS);
    expect(titled).toContain(`<h1><span class="long" title="${long}">${long}</span></h1>`);
    expect(titled).toContain(`<title>${"x".repeat(200)}</title>`);
    expect(renderHtml(withWords((text) => long + text), ASSETS)).toContain(`class="long"`);
  });
});

describe("links", () => {
  const linkTo = (url: string): string | undefined => /<td[^>]*>(.*?)<\/td>|<th scope="row"[^>]*>(.*?)<\/th>/.exec(oneCell({ text: "here", url }).split(`data-table="one"`)[1] ?? "")?.[2];
  it("lead to http and https addresses, and tell them nothing", () => {
    expect(linkTo("https://aws.amazon.com/?a=1&b=2")).toBe(`<a href="https://aws.amazon.com/?a=1&amp;b=2" rel="noreferrer noopener">here</a>`);
    expect(linkTo("HTTP://example.org")).toContain("<a ");
  });
  it.each(["javascript:alert(1)", " https://example.org", "data:text/html,x", "//example.org", "docs/page.md", "https://", "java\nscript:x", "https://a b"])("do not lead to %j", (url) => {
    expect(linkTo(url)).toBe("here");
  });
  it("carry hostile addresses escaped", () => {
    expect(renderHtml(hostileDoc(), ASSETS)).toContain(`href="https://example.org/&quot;onmouseover=&quot;pwned()"`);
  });
});

describe("the arithmetic of a line", () => {
  it("opens under the line, says whose it is, and names its source", () => {
    const [row] = tablesOf(sampleDoc).find(({ id }) => id === "bill-postgresql")?.rows ?? [];
    expect(html).toContain(`<summary aria-label="Arithmetic of ${row?.cells[0]?.text}, ${row?.cells[1]?.text}"></summary>`);
    for (const line of row?.detail?.lines ?? []) expect(html).toContain(`<li>${line}</li>`);
    expect(html).toContain(`rel="noreferrer noopener">${row?.detail?.source?.text}</a>`);
  });
  it("spans the whole table", () => {
    expect(html).toContain(`<tr class="detail"><td colspan="5"><details>`);
  });
});

it("the hostile text is hostile: it holds every way out", () => {
  for (const way of ["</script>", "<!--", "\u2028", "\u202e", `"`, "'", "onerror="]) expect(HOSTILE).toContain(way);
});
