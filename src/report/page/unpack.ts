import { LIVE_DATA_ID, PROGRAM_ID } from "../render/html/page-data.js";

/**
 * Unpacks the program of a live report and its data, where they are packed too, and runs it. The content security policy names
 * the hash of the unpacked program, so nothing else can run in its place. A browser that cannot unpack keeps the words and
 * figures of the page.
 */
async function unpacked(element: HTMLElement | null): Promise<string> {
  const bytes = Uint8Array.from(atob(element?.textContent ?? ""), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

const data = document.getElementById(LIVE_DATA_ID);
void Promise.all([unpacked(document.getElementById(PROGRAM_ID)), data && "packed" in data.dataset ? unpacked(data) : undefined]).then(([program, text]) => {
  if (data && text !== undefined) data.textContent = text;
  const script = document.createElement("script");
  script.textContent = program;
  document.body.append(script);
});
