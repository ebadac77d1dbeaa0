import type { SectionsDoc } from "../report/render/html/sections-page.js";
import type { Json } from "../report/result-json.js";
import type { Format } from "./emit.js";

/** What a result is in each format; only the one that is asked for is made. */
export type Forms = {
  readonly table: () => string | Promise<string>;
  readonly json: () => Json | Promise<Json>;
  readonly csv: () => string | Promise<string>;
  /** the page; what only a chart shows may be left out of "markdown" */
  readonly doc: (format: "markdown" | "html") => SectionsDoc | Promise<SectionsDoc>;
};

/** A result in the format asked for. Renderers are loaded when they are needed: start-up is short. */
export async function inFormat(format: Format, forms: Forms): Promise<string> {
  switch (format) {
    case "table":
      return forms.table();
    case "json": {
      const { jsonText } = await import("../report/result-json.js");
      return jsonText(await forms.json());
    }
    case "csv":
      return forms.csv();
    case "markdown": {
      const { sectionsMarkdown } = await import("../report/render/markdown.js");
      return sectionsMarkdown(await forms.doc(format));
    }
    case "html": {
      const { sectionsHtml } = await import("./html-page.js");
      return sectionsHtml(await forms.doc(format));
    }
    default:
      return format satisfies never;
  }
}
