import { filled } from "./json-offer.js";
import { attributeName, type OfferRecord } from "./offer-record.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";

const HEAD_ROWS = 5;
const DETAILS: Readonly<Record<string, string>> = { formatversion: "formatVersion", offercode: "offerCode", version: "version", publicationdate: "publicationDate" };
const PRICE_COLUMNS = ["offertermcode", "ratecode", "termtype", "pricedescription", "effectivedate", "startingrange", "endingrange", "unit", "priceperunit", "currency", "relatedto", "leasecontractlength", "purchaseoption", "offeringclass", "productfamily", "sku"];
const NEEDED = ["sku", "ratecode", "termtype", "unit", "priceperunit", "currency", "productfamily"];

/**
 * The records of an offer file in CSV: five rows of details, the column names on row six, then one price a row.
 * @param rows batches of rows, each a list of cells
 * @param file its name, for messages
 * @throws ProblemError when the head is not that of an offer or a row is cut short
 */
export async function* csvOffer(rows: AsyncIterable<readonly (readonly string[])[]>, file: string): AsyncGenerator<readonly OfferRecord[]> {
  let columns: readonly string[] | undefined;
  let number = 0;
  const fail = (problem: Omit<Problem, "code" | "place">): never => {
    throw new ProblemError([{ code: "syntax", place: { file, line: number }, ...problem }]);
  };
  for await (const some of rows) {
    const batch: OfferRecord[] = [];
    for (const row of some) {
      number++;
      if (number <= HEAD_ROWS) {
        const key = DETAILS[attributeName(row[0] ?? "")];
        if (key !== undefined && row[1] !== undefined) batch.push({ kind: "details", details: { [key]: row[1] } });
      } else if (columns === undefined) {
        columns = row.map(attributeName);
        const missing = NEEDED.filter((name) => !columns?.includes(name));
        if (missing.length > 0) fail({ message: `row six does not hold the columns of an AWS price list: ${missing.join(", ")} missing`, found: quoted(row.slice(0, 4).join(",")) });
      } else {
        if (row.length !== columns.length) fail({ message: "this row is cut short or too long", found: `${row.length} cells`, expected: `${columns.length}` });
        batch.push(pricedProduct(columns, row));
      }
    }
    if (batch.length > 0) yield batch;
  }
  if (columns === undefined) fail({ message: "the file ends before its sixth row, which names the columns of an AWS price list" });
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
