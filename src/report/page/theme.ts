import { COLOURS } from "../render/html/dashes.js";

/** The page's colours and font as the canvas needs them; page.css is where they are chosen. */
export type Theme = {
  readonly page: string;
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly font: string;
  readonly alternative: (place: number) => string;
};

export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const colours = Array.from({ length: COLOURS }, (_, index) => read(`alt-${index}`));
  return {
    page: read("page"),
    raised: read("raised"),
    ink: read("ink"),
    quiet: read("quiet"),
    line: read("line"),
    lineStrong: read("line-strong"),
    font: style.fontFamily,
    alternative: (place) => colours[place % COLOURS] ?? read("ink"),
  };
}
