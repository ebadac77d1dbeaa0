import { pageShell } from "./html/page-shell.js";
import type { LiveData } from "../live/live-data.js";
import type { ReportDoc } from "../report-doc.js";
import { reportBody } from "./html/body.js";
import { escapeJson } from "./html/escape.js";
import type { Aside } from "./html/frame.js";
import { ARITHMETIC_ID, LIVE_DATA_ID, PAGE_DATA_ID, type PageData, PROGRAM_ID, pageData } from "./html/page-data.js";

/** The page's script and style, inlined as they are; each hash is the base64 SHA-256 of exactly that text. */
export type PageAssets = {
  readonly script: string;
  readonly scriptHash: string;
  readonly style: string;
  readonly styleHash: string;
  readonly live?: LiveAssets;
};

/**
 * The program of a live report, packed (gzip, base64), its hash when unpacked, and the script that unpacks it.
 * `pack` does the same with the data, to a quarter of their size; without it they stand in the page as they are.
 */
export type LiveAssets = {
  readonly program: string;
  readonly programHash: string;
  readonly unpack: string;
  readonly unpackHash: string;
  readonly pack?: (text: string) => string;
};

/**
 * The report as one HTML file that loads nothing and sends nothing. All words and figures are static; the script draws the
 * charts and adds small comforts, and with `live` data it carries the engine and answers what-if. The content security policy
 * lets only this script and this style in.
 */
export function renderHtml(doc: ReportDoc, assets: PageAssets, live?: LiveData): string {
  const page = wholePage(doc, assets, live, undefined);
  const isTooLarge = live && assets.live?.pack && new TextEncoder().encode(page).length > MOST_BYTES;
  return isTooLarge ? wholePage(doc, assets, live, []) : page;
}

/** What a mail takes without a thought. In a live report that is larger, the arithmetic of lines is packed, to an eighth of its size. */
const MOST_BYTES = 800_000;

function wholePage(doc: ReportDoc, assets: PageAssets, live: LiveData | undefined, aside: Aside | undefined): string {
  const program = live && assets.live;
  const { style, styleHash, script, scriptHash } = assets;
  const main = reportBody(doc, aside);
  return pageShell({
    title: doc.title,
    description: doc.headline.sentence,
    style,
    styleHash,
    scriptHashes: program ? [program.unpackHash, program.programHash] : [scriptHash],
    skip: `<a class="skip" href="#report">Skip to the report</a>`,
    main,
    scripts: [
      dataBlock(PAGE_DATA_ID, pageData(doc), program ? program.pack : undefined),
      ...(aside ? [dataBlock(ARITHMETIC_ID, aside, program?.pack)] : []),
      ...(program
        ? [
            dataBlock(LIVE_DATA_ID, live, program.pack),
            `<script type="text/plain" id="${PROGRAM_ID}">${program.program}</script>`,
            `<script>${program.unpack}</script>`,
          ]
        : [`<script>${script}</script>`]),
    ],
  });
}

function dataBlock(id: string, data: PageData | LiveData | Aside, pack: LiveAssets["pack"]): string {
  return pack
    ? `<script type="text/plain" id="${id}" data-packed>${pack(JSON.stringify(data))}</script>`
    : `<script type="application/json" id="${id}">${escapeJson(data)}</script>`;
}
