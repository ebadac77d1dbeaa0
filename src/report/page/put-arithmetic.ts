import { ARITHMETIC_ID } from "../render/html/page-data.js";

/** Puts the arithmetic of lines, which a large report carries packed, where it belongs. It is the report's own markup. */
export function putArithmetic(): void {
  const texts = JSON.parse(document.getElementById(ARITHMETIC_ID)?.textContent ?? "[]") as readonly string[];
  if (texts.length === 0) return;
  for (const [index, place] of document.querySelectorAll(".arithmetic").entries()) place.innerHTML = texts[index] ?? "";
}
