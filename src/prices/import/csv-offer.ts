import { filled, type OfferSink } from "./json-offer.js";
import { attributeName, type OfferProduct, type OfferTerm } from "./offer-record.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";

const HEAD_ROWS = 5;
const DETAILS: Readonly<Record<string, string>> = {
  formatversion: "formatVersion",
  offercode: "offerCode",
  version: "version",
  publicationdate: "publicationDate",
};
const PRICE_COLUMNS = [
  "offertermcode",
  "ratecode",
  "termtype",
  "pricedescription",
  "effectivedate",
  "startingrange",
  "endingrange",
  "unit",
  "priceperunit",
  "currency",
  "relatedto",
  "leasecontractlength",
  "purchaseoption",
  "offeringclass",
  "productfamily",
  "sku",
];
const NEEDED = ["sku", "ratecode", "termtype", "unit", "priceperunit", "currency", "productfamily"];

type Cell = (name: string) => string;

/**
 * Reads an offer file in CSV row by row: five rows of details, the column names on row six, then one price a row.
 * @param file its name, for messages
 * @returns `row` for the next row, `end` after the last; both throw ProblemError when the head is not that of an offer or a row is cut short
 */
export function csvOffer(
  sink: OfferSink,
  file: string,
): { readonly row: (cells: readonly string[], line: number) => void; readonly end: () => void } {
  let columns: readonly string[] | undefined;
  let places: ReadonlyMap<string, readonly number[]> = new Map();
  let product: OfferProduct | undefined;
  let number = 0;
  let reached = 1;
  const fail = (problem: Omit<Problem, "code" | "place">): never => {
    throw new ProblemError([{ code: "syntax", place: { file, line: reached }, ...problem }]);
  };
  const row = (cells: readonly string[], line: number): void => {
    number++;
    reached = line;
    if (columns !== undefined) {
      if (cells.length !== columns.length)
        fail({ message: "this row is cut short or too long", found: `${cells.length} cells`, expected: `${columns.length}` });
      const cell: Cell = (name) => (places.get(name) ?? []).map((at) => cells[at] ?? "").find((text) => text !== "") ?? "";
      // The rows of a SKU repeat it: one object stands for all that follow each other.
      if (product?.sku !== cell("sku")) product = toProduct(places.keys(), cell);
      sink.take({ kind: "priced-product", product, term: () => toTerm(cell) });
    } else if (number <= HEAD_ROWS) {
      const key = DETAILS[attributeName(cells[0] ?? "")];
      if (key !== undefined && cells[1] !== undefined) sink.take({ kind: "details", details: { [key]: cells[1] } });
    } else {
      columns = cells.map(attributeName);
      const missing = NEEDED.filter((name) => !columns?.includes(name));
      if (missing.length > 0)
        fail({
          message: `row six does not hold the columns of an AWS price list: ${missing.join(", ")} missing`,
          found: quoted(cells.slice(0, 4).join(",")),
        });
      const indexes = columns.map((name, index) => [name, index] as const);
      places = new Map(columns.map((name) => [name, indexes.filter(([other]) => other === name).map(([, index]) => index)]));
    }
  };
  return {
    row,
    end: () => {
      if (columns === undefined) fail({ message: "the file ends before its sixth row, which names the columns of an AWS price list" });
    },
  };
}

function toProduct(names: Iterable<string>, cell: Cell): OfferProduct {
  const attributes = [...names]
    .filter((name) => !PRICE_COLUMNS.includes(name))
    .map((name) => [name, cell(name)] as const)
    .filter(([, text]) => text !== "");
  return { sku: cell("sku"), productFamily: cell("productfamily"), attributes: Object.fromEntries(attributes) };
}

function toTerm(cell: Cell): OfferTerm {
  return {
    sku: cell("sku"),
    type: cell("termtype"),
    offerTermCode: cell("offertermcode"),
    effectiveDate: cell("effectivedate"),
    ...filled({ lease: cell("leasecontractlength"), option: cell("purchaseoption"), offeringClass: cell("offeringclass") }),
    dimensions: [
      {
        rateCode: cell("ratecode"),
        unit: cell("unit"),
        description: cell("pricedescription"),
        ...filled({
          beginRange: cell("startingrange"),
          endRange: cell("endingrange"),
          usd: cell("currency") === "USD" ? cell("priceperunit") : "",
        }),
      },
    ],
  };
}
