import type { Page } from "playwright-core";

/** Opens everything that opens; the cells whose words reach into the next one. */
export const cellsLeft = (page: Page): Promise<string[]> => page.evaluate(() => {
  for (const one of document.querySelectorAll<HTMLDetailsElement>("details")) one.open = true;
  const reaches = (cell: Element): boolean => {
    if (cell.querySelector(".unseen, .tag-word")) return false;
    const words = document.createRange();
    words.selectNodeContents(cell);
    return [...words.getClientRects()].some((box) => box.width > 2 && box.right > cell.getBoundingClientRect().right + 1.5);
  };
  return [...document.querySelectorAll("th, td")].filter(reaches).map((cell) => cell.textContent ?? "");
});
