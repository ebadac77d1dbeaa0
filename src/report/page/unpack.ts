import { PROGRAM_ID } from "../render/html/page-data.js";

/**
 * Unpacks the program of a live report and its data, where they are packed too, and runs it. The content security policy names
 * the hash of the unpacked program, so nothing else can run in its place. A browser that cannot unpack keeps the words and
 * figures of the page.
 */
async function unpacked(element: HTMLElement | null): Promise<string> {
  const bytes = Uint8Array.from(atob(element?.textContent ?? ""), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

const packed = [...document.querySelectorAll<HTMLElement>("[data-packed]")];
void Promise.all([unpacked(document.getElementById(PROGRAM_ID)), ...packed.map(unpacked)]).then(([program = "", ...texts]) => {
  for (const [index, data] of packed.entries()) data.textContent = texts[index] ?? "";
  const script = document.createElement("script");
  script.textContent = program;
  document.body.append(script);
});
