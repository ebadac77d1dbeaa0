import { PROGRAM_ID } from "../render/html/page-data.js";

/**
 * Unpacks the program of a live report and runs it. The content security policy names the hash of the unpacked text,
 * so nothing else can run in its place. A browser that cannot unpack keeps the words and figures of the page.
 */
const packed = Uint8Array.from(atob(document.getElementById(PROGRAM_ID)?.textContent ?? ""), (letter) => letter.charCodeAt(0));
void new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then((text) => {
  const script = document.createElement("script");
  script.textContent = text;
  document.body.append(script);
});
