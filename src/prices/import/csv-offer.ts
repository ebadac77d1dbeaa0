import { filled, type OfferSink } from "./json-offer.js";
import { attributeName, type OfferRecord } from "./offer-record.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";

const HEAD_ROWS = 5;
const DETAILS: Readonly<Record<string, string>> = { formatversion: "formatVersion", offercode: "offerCode", version: "version", publicationdate: "publicationDate" };
const PRICE_COLUMNS = ["offertermcode", "ratecode", "termtype", "pricedescription", "effectivedate", "startingrange", "endingrange", "unit", "priceperunit", "currency", "relatedto", "leasecontractlength", "purchaseoption", "offeringclass", "productfamily", "sku"];
const NEEDED = ["sku", "ratecode", "termtype", "unit", "priceperunit", "currency", "productfamily"];

/**
 * Reads an offer file in CSV row by row: five rows of details, the column names on row six, then one price a row.
 * @param file its name, for messages; lines count rows
 * @returns `row` for the next row, `end` after the last; both throw ProblemError when the head is not that of an offer or a row is cut short
 */
export function csvOffer(sink: OfferSink, file: string): { readonly row: (cells: readonly string[]) => void; readonly end: () => void } {
  let columns: readonly string[] | undefined;
  let number = 0;
  const fail = (problem: Omit<Problem, "code" | "place">): never => {
    throw new ProblemError([{ code: "syntax", place: { file, line: number }, ...problem }]);
  };
  const row = (cells: readonly string[]): void => {
    number++;
    if (columns !== undefined) {
      if (cells.length !== columns.length) fail({ message: "this row is cut short or too long", found: `${cells.length} cells`, expected: `${columns.length}` });
      sink.take(pricedProduct(columns, cells));
    } else if (number <= HEAD_ROWS) {
      const key = DETAILS[attributeName(cells[0] ?? "")];
      if (key !== undefined && cells[1] !== undefined) sink.take({ kind: "details", details: { [key]: cells[1] } });
    } else {
      columns = cells.map(attributeName);
      const missing = NEEDED.filter((name) => !columns?.includes(name));
      if (missing.length > 0) fail({ message: `row six does not hold the columns of an AWS price list: ${missing.join(", ")} missing`, found: quoted(cells.slice(0, 4).join(",")) });
    }
  };
  return { row, end: () => { if (columns === undefined) fail({ message: "the file ends before its sixth row, which names the columns of an AWS price list" }); } };
}

function pricedProduct(columns: readonly string[], row: readonly string[]): OfferRecord {
  const cells: Record<string, string> = {};
  columns.forEach((name, index) => {
    const text = row[index] ?? "";
    if (text !== "" || cells[name] === undefined) cells[name] = text;
  });
  const cell = (name: string): string => cells[name] ?? "";
  const attributes = Object.fromEntries(Object.entries(cells).filter(([name, text]) => text !== "" && !PRICE_COLUMNS.includes(name)));
  return {
    kind: "priced-product",
    product: { sku: cell("sku"), productFamily: cell("productfamily"), attributes },
    term: {
      sku: cell("sku"), type: cell("termtype"), offerTermCode: cell("offertermcode"), effectiveDate: cell("effectivedate"),
      ...filled({ lease: cell("leasecontractlength"), option: cell("purchaseoption"), offeringClass: cell("offeringclass") }),
      dimensions: [{
        rateCode: cell("ratecode"), unit: cell("unit"), description: cell("pricedescription"),
        ...filled({ beginRange: cell("startingrange"), endRange: cell("endingrange"), usd: cell("currency") === "USD" ? cell("priceperunit") : "" }),
      }],
    },
  };
}
