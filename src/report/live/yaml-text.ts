/** What a YAML file can hold here: text, lists, blocks of keys. Keys whose value is undefined are left out. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

const PLAIN_NUMBER = /^\d{1,30}(\.\d{1,30})?$|^\d{4}-\d{2}-\d{2}$/;
/** Words that no YAML parser takes for anything but text. */
const PLAIN_WORD = /^[A-Za-z][A-Za-z0-9_.-]*$/;
const READ_AS_OTHERS = /^(true|false|yes|no|on|off|null|y|n)$/i;
const WIDEST = 100;

/** YAML as people write it: short blocks on one line, long ones over several. */
export function yamlText(value: { readonly [key: string]: YamlValue | undefined }): string {
  return `${block(value, "")}\n`;
}

function block(value: YamlValue, indent: string): string {
  if (typeof value === "string") return scalar(value);
  if (Array.isArray(value)) return value.map((one: YamlValue) => `${indent}- ${within(one, `${indent}  `)}`).join("\n");
  return entriesOf(value)
    .map(([key, one]) => {
      const line = flow(one);
      const fits = typeof one === "string" || (line.length <= WIDEST && !isLong(one));
      return `${indent}${scalar(key)}:${fits ? ` ${line}` : `\n${block(one, `${indent}  `)}`}`;
    })
    .join("\n");
}

/** An entry of a list: on one line if it fits, or else its keys under each other beside the dash. */
function within(value: YamlValue, indent: string): string {
  const line = flow(value);
  return typeof value === "string" || line.length <= WIDEST ? line : block(value, indent).slice(indent.length);
}

/** A list of blocks reads better with one on each line. */
const isLong = (value: YamlValue): boolean => Array.isArray(value) && value.some((one) => typeof one !== "string") && value.length > 1;

function flow(value: YamlValue): string {
  if (typeof value === "string") return scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  const entries = entriesOf(value);
  return entries.length === 0 ? "{}" : `{ ${entries.map(([key, one]) => `${scalar(key)}: ${flow(one)}`).join(", ")} }`;
}

function entriesOf(value: YamlValue): readonly (readonly [string, YamlValue])[] {
  return Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, one as YamlValue] as const]));
}

function scalar(text: string): string {
  if (PLAIN_NUMBER.test(text) || /^(true|false)$/.test(text) || (PLAIN_WORD.test(text) && !READ_AS_OTHERS.test(text) && text.length < 80))
    return text;
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
