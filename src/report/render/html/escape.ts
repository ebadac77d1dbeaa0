const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that HTML cannot read as markup, neither in an element nor in a quoted attribute. */
export function escapeHtml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is the one character that HTML cannot carry
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark).replace(/\u0000/g, "\ufffd");
}

/**
 * JSON for a script element: with every character escaped that could end the element (`</script>`), open a comment in it
 * (`<!--`), or end a line in older JavaScript (U+2028, U+2029). It parses to the same value.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
