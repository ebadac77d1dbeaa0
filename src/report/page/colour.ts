type Rgb = readonly [number, number, number];

/** `share` of the first colour, the rest of the second; both as #rrggbb. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [parse(first), parse(second)];
  return `#${a
    .map((value, index) =>
      Math.round(value * share + (b[index] ?? 0) * (1 - share))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** Whichever of the two inks stands out more on the ground. */
export function readable(ground: string, one: string, other: string): string {
  return contrast(one, ground) >= contrast(other, ground) ? one : other;
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = parse(colour).map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function parse(colour: string): Rgb {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  return digits
    ? [Number.parseInt(digits[1] ?? "0", 16), Number.parseInt(digits[2] ?? "0", 16), Number.parseInt(digits[3] ?? "0", 16)]
    : [128, 128, 128];
}
