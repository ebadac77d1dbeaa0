// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/g;

/** Control characters, and marks that reverse the reading direction, made visible: names reach terminals and logs. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Visible text of at most so many characters. */
export function cut(text: string, width: number): string {
  const shown = [...visible(text)];
  return shown.length > width ? `${shown.slice(0, Math.max(0, width - 1)).join("")}…` : shown.join("");
}

/** Breaks a text into lines at spaces; a word too long for a line is cut. */
export function wrap(text: string, width: number, indent = ""): readonly string[] {
  const lines: string[] = [];
  let line = indent;
  for (const long of visible(text).split(" ")) {
    const word = cut(long, width - indent.length);
    const longer = line === indent ? indent + word : `${line} ${word}`;
    if (longer.length > width && line !== indent) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}
