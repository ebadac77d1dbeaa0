/**
 * The report as a library: the document as data, and the pieces that show it in a page of one's own. Browser-safe.
 *
 *     Comparison ──reportDocument──▶ ReportDoc ──reportBody──▶ HTML of the content
 *                                              ──pageData──▶ what the charts draw ──drawCharts──▶ canvases
 *                                              ──renderHtml──▶ the whole page as one file
 *
 * @example
 * import { compare, parseScenario } from "authcost";
 * import { catalogue } from "authcost/catalogue";
 * import { drawCharts, pageData, reportBody, reportDocument } from "authcost/report";
 * const doc = reportDocument(compare(parseScenario(text, { file: "app.yaml", hash: "" }), catalogue));
 * main.innerHTML = reportBody(doc); // every text in it is escaped
 * drawCharts(pageData(doc), main);
 */
export { reportDocument, reportHead, type SectionBuilder, sectionBuilders } from "./report/document.js";
export { type Questions, questionsOf } from "./report/questions.js";
export type { Block, Chart, Headline, ReportDoc, Section, Table } from "./report/report-doc.js";
export { reportBody } from "./report/render/html/body.js";
export { type PageData, pageData } from "./report/render/html/page-data.js";
export { type LiveAssets, type PageAssets, renderHtml } from "./report/render/html.js";
export { renderMarkdown } from "./report/render/markdown.js";
export { drawCharts } from "./report/page/draw-charts.js";
export { addTableTools } from "./report/page/table-tools.js";
export { type LiveData, liveData, revived } from "./report/live/live-data.js";
export { scenarioYaml } from "./report/live/scenario-yaml.js";
