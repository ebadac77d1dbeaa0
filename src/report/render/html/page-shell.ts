import { attribute } from "./words.js";

export type Shell = {
  readonly title: string;
  /** what the page says, in a sentence: for previews of the file */
  readonly description?: string;
  readonly style: string;
  readonly styleHash: string;
  /** of the scripts that may run; without one, none may */
  readonly scriptHashes: readonly string[];
  /** a link for those who read by keyboard, before everything else */
  readonly skip?: string;
  /** the page's content, as markup */
  readonly main: string;
  /** data and scripts behind it, as markup */
  readonly scripts: readonly string[];
};

const LONGEST_TITLE = 200;
const LONGEST_DESCRIPTION = 400;

/** One HTML file that loads nothing and sends nothing: its policy lets in this style, these scripts and pictures of its own, and nothing else. */
export function pageShell({ title, description, style, styleHash, scriptHashes, skip, main, scripts }: Shell): string {
  const allowed = scriptHashes.map((hash) => `'sha256-${hash}'`).join(" ");
  const policy = [
    "default-src 'none'",
    ...(allowed === "" ? [] : [`script-src ${allowed}`]),
    `style-src 'sha256-${styleHash}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return [
    "<!doctype html>",
    `<html lang="en">`,
    "<head>",
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="referrer" content="no-referrer">`,
    `<meta name="generator" content="authcost">`,
    `<title>${attribute(title.slice(0, LONGEST_TITLE))}</title>`,
    ...(description === undefined ? [] : [`<meta name="description" content="${attribute(description.slice(0, LONGEST_DESCRIPTION))}">`]),
    `<link rel="icon" href="data:,">`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    ...(skip === undefined ? [] : [skip]),
    `<main id="report">`,
    main,
    "</main>",
    "<footer><p>Made by authcost. This page is one file: it loads nothing and sends nothing.</p></footer>",
    ...scripts,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
