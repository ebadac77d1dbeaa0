type Measure = (text: string) => number;

/** The text cut with an ellipsis until it fits. */
export function cutToWidth(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  let kept = [...text.slice(0, 400)];
  while (kept.length > 1 && measure(`${kept.join("")}…`) > width) kept = kept.slice(0, kept.length > 60 ? 60 : -1);
  return `${kept.join("").trimEnd()}…`;
}

/** The text in at most so many lines, broken at spaces; what does not fit is cut. */
export function wrapToWidth(text: string, width: number, most: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let rest = text
    .slice(0, 400)
    .split(/\s+/)
    .filter((word) => word !== "");
  while (rest.length > 0 && lines.length < most - 1) {
    let taken = 1;
    while (taken < rest.length && measure(rest.slice(0, taken + 1).join(" ")) <= width) taken += 1;
    lines.push(cutToWidth(rest.slice(0, taken).join(" "), width, measure));
    rest = rest.slice(taken);
  }
  return rest.length > 0 ? [...lines, cutToWidth(rest.join(" "), width, measure)] : lines;
}
