import { Composer, type CST, type Document, Lexer, type LineCounter, Parser, YAMLParseError } from "yaml";

const OPTIONS = { schema: "failsafe", prettyErrors: false, uniqueKeys: true, logLevel: "error" } as const;

/**
 * The document of a YAML text, as `parseDocument` of yaml makes it, but with a bound on its nesting: composing is recursive,
 * and a text of brackets alone would fill the stack.
 * @throws what `tooDeep` makes of the offset at which the text is nested deeper than `deepest`
 */
export function composed(text: string, lines: LineCounter, deepest: number, tooDeep: (offset: number) => Error): Document {
  const tokens = tokensOf(text, lines, deepest, tooDeep);
  const [first, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  if (!first) throw new Error("a text without a document");
  if (second) first.errors.push(new YAMLParseError([second.range[0], second.range[1]], "MULTIPLE_DOCS", "more than one document"));
  return first;
}

function* tokensOf(text: string, lines: LineCounter, deepest: number, tooDeep: (offset: number) => Error): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // The document itself and the scalar that is read lie on the stack too.
    if (parser.stack.length > deepest + 2) throw tooDeep(parser.offset);
  }
  yield* parser.end();
}
