import { type ParsedTokenInfo, Tokenizer, TokenType } from "@streamparser/json";

/** JSON with its numbers still text, so that digits survive. */
export type JsonValue = string | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
type Build = { [key: string]: JsonValue } | JsonValue[];

/** What to do with the object or list at a path: walk into it, hand it over whole, or read past it. */
export type BlockUse = "descend" | "build" | "skip";

/** The text is not JSON, or not all of it is there. */
export class JsonSyntaxError extends Error {
  /** bytes before the place of the error */
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = "JsonSyntaxError";
    this.offset = offset;
  }
}

const DEEPEST = 60;
type Frame = { readonly list: boolean; readonly use: BlockUse; readonly into: Build | undefined; key: string };
type Awaited = "value" | "first-value" | "key" | "first-key" | "colon" | "separator" | "nothing";

/** A tokenizer that leaves numbers as the text they are. */
class TextTokenizer extends Tokenizer {
  protected override parseNumber(text: string): number {
    return text as unknown as number;
  }
}

/**
 * Reads JSON of any size piece by piece and hands over the parts that are asked for; what is read past is checked
 * and forgotten, so memory holds one part at a time.
 * @param useOf asked once for each object or list that is reached by descending, with the keys that lead to it
 * @param take gets every built part, and every plain value that is reached by descending
 * @returns `write` for the next bytes, `end` when all were written; both throw JsonSyntaxError
 */
export function jsonBlocks(
  useOf: (path: readonly string[]) => BlockUse,
  take: (path: readonly string[], value: JsonValue) => void,
): { readonly write: (bytes: Uint8Array) => void; readonly end: () => void } {
  const frames: Frame[] = [];
  const path: string[] = [];
  let awaited: Awaited = "value";
  let written = 0;
  let top: Frame | undefined;

  const fail = (token: ParsedTokenInfo): never => {
    throw new JsonSyntaxError(`${JSON.stringify(token.value)} stands where ${WANTED[awaited]} is expected`, token.offset);
  };
  const keep = (value: JsonValue): void => {
    if (top === undefined || top.use === "descend") take([...path], value);
    else if (top.into === undefined) return;
    else if (Array.isArray(top.into)) top.into.push(value);
    else if (top.key !== "__proto__") top.into[top.key] = value;
  };
  const valueDone = (): void => {
    if (top?.use === "descend") path.pop();
    awaited = top === undefined ? "nothing" : "separator";
  };
  const open = (list: boolean, token: ParsedTokenInfo): void => {
    if (awaited !== "value" && awaited !== "first-value") fail(token);
    if (frames.length >= DEEPEST) throw new JsonSyntaxError(`the file is nested deeper than ${DEEPEST} levels`, token.offset);
    if (top?.list && top.use === "descend") path.push("");
    const use = top === undefined || top.use === "descend" ? useOf(path) : top.use;
    top = { list, use, into: use === "build" ? (list ? [] : {}) : undefined, key: "" };
    frames.push(top);
    awaited = list ? "first-value" : "first-key";
  };
  const close = (list: boolean, token: ParsedTokenInfo): void => {
    if (top?.list !== list || (awaited !== "separator" && awaited !== (list ? "first-value" : "first-key"))) fail(token);
    const made = top?.into;
    frames.pop();
    top = frames.at(-1);
    if (made !== undefined) keep(made);
    valueDone();
  };
  const plain = (value: JsonValue, token: ParsedTokenInfo): void => {
    if (awaited !== "value" && awaited !== "first-value") fail(token);
    if (top?.list && top.use === "descend") path.push("");
    keep(value);
    valueDone();
  };
  const onToken = (token: ParsedTokenInfo): void => {
    switch (token.token) {
      case TokenType.STRING:
        if (top !== undefined && (awaited === "key" || awaited === "first-key")) {
          top.key = token.value as string;
          if (top.use === "descend") path.push(top.key);
          awaited = "colon";
        } else plain(token.value as string, token);
        break;
      case TokenType.COLON:
        if (awaited !== "colon") fail(token);
        awaited = "value";
        break;
      case TokenType.COMMA:
        if (awaited !== "separator") fail(token);
        awaited = top?.list ? "value" : "key";
        break;
      case TokenType.LEFT_BRACE:
        open(false, token);
        break;
      case TokenType.LEFT_BRACKET:
        open(true, token);
        break;
      case TokenType.RIGHT_BRACE:
        close(false, token);
        break;
      case TokenType.RIGHT_BRACKET:
        close(true, token);
        break;
      default:
        plain(token.value as unknown as JsonValue, token);
    }
  };

  const tokenizer = new TextTokenizer({ stringBufferSize: 4096, numberBufferSize: 64 });
  tokenizer.onToken = onToken;
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_ENCODING"))
        throw new JsonSyntaxError("the text is not UTF-8", written);
      if (error instanceof JsonSyntaxError || !(error instanceof Error) || error.name !== "Error") throw error;
      throw tokenError(error.message, written);
    }
  };
  return {
    write: (bytes) => {
      guarded(() => tokenizer.write(bytes));
      written += bytes.length;
    },
    end: () => {
      const cut = (): never => {
        throw new JsonSyntaxError(`the file ends in the middle${path.length > 0 ? `, inside ${path.join(" › ")}` : ""}`, written);
      };
      if (awaited !== "nothing") cut();
      guarded(() => tokenizer.end());
    },
  };
}

const WANTED: Record<Awaited, string> = {
  value: "a value",
  "first-value": "a value or ]",
  key: "a key",
  "first-key": "a key or }",
  colon: "a colon",
  separator: "a comma or a closing bracket",
  nothing: "the end of the file",
};

/** The tokenizer's own complaint, with the byte it names. */
function tokenError(message: string, written: number): JsonSyntaxError {
  const [, found, at] = /^Unexpected "([\s\S]*?)" at chunk position .*absolute position "(\d+)"/.exec(message) ?? [];
  return at === undefined
    ? new JsonSyntaxError("the text is not JSON", written)
    : new JsonSyntaxError(`${JSON.stringify(found)} is no JSON here`, Number(at));
}
