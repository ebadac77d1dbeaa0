import { escapeHtml } from "./escape.js";

/** Links to http and https only; everything else stays text, so no document can carry a script in an address. */
export function link(html: string, url: string | undefined): string {
  return url !== undefined && /^https?:\/\/[^\s]+$/i.test(url)
    ? `<a href="${escapeHtml(url)}" rel="noreferrer noopener">${html}</a>`
    : html;
}
