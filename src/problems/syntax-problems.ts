import { type Document, isScalar, type Node, visit } from "yaml";
import { inReadingOrder } from "./in-reading-order.js";
import { type Place, type Problem, quoted } from "./problem.js";

const MOST_TOLD = 20;
/** What a key stands for is read from the document itself, so YAML's own words for a scalar change nothing. */
const OWN_TAGS = "tag:yaml.org,2002:";

/**
 * Why a text is not the YAML (or, by the file's name, JSON) that it should be; a part whose meaning would have to be guessed is wrong too:
 * a second document, a tag, an alias without its anchor.
 */
export function syntaxProblems(document: Document, text: string, file: string, placeAt: (offset: number) => Place): readonly Problem[] {
  const language = file.toLowerCase().endsWith(".json") ? "JSON" : "YAML";
  const broken = document.errors.flatMap((error): Problem[] => {
    const place = placeAt(error.pos[0]);
    if (error.code === "MULTIPLE_DOCS")
      return [
        {
          code: "syntax",
          place,
          message: "a second document begins here",
          expected: "one document in a file",
          hint: "make it a file of its own",
        },
      ];
    if (error.code !== "DUPLICATE_KEY")
      return [
        {
          code: "syntax",
          place,
          message: `not valid ${language}: ${error.message.split("\n")[0]}`,
          ...tabHint(error.code, text, error.pos[0]),
        },
      ];
    const key = keyAt(document, error.pos[0]);
    // Where the text is broken the reader sees keys without names.
    return key === ""
      ? []
      : [{ code: "duplicate", place, message: `the key ${quoted(key)} stands twice in one block`, hint: "keep one of the two" }];
  });
  return (broken.length > 0 ? inReadingOrder(broken) : strangeParts(document, placeAt)).slice(0, MOST_TOLD);
}

function tabHint(code: string, text: string, offset: number): { readonly hint: string } | Record<never, never> {
  return code === "TAB_AS_INDENT" || text[offset] === "\t" ? { hint: "indent with spaces" } : {};
}

/** The name of the key that stands at an offset. */
function keyAt(document: Document, offset: number): string {
  let name = "";
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range?.[0] === offset) name = String(key.value);
    },
  });
  return name;
}

function strangeParts(document: Document, placeAt: (offset: number) => Place): readonly Problem[] {
  const problems: Problem[] = [];
  const tell = (node: Node, message: string, hint: string): void => {
    problems.push({ code: "syntax", place: placeAt(node.range?.[0] ?? 0), message, hint });
  };
  const anchors = new Set<string>();
  visit(document, {
    Node: (_, node) => {
      if ("tag" in node && typeof node.tag === "string" && !node.tag.startsWith(OWN_TAGS))
        tell(node, `nothing is known of the tag ${quoted(node.tag)}`, "write the value itself");
      if ("anchor" in node && typeof node.anchor === "string") anchors.add(node.anchor);
    },
    Alias: (_, alias) => {
      if (!anchors.has(alias.source))
        tell(
          alias,
          `no anchor ${quoted(`&${alias.source}`)} stands above this alias`,
          `put &${alias.source} before the value that is meant`,
        );
    },
  });
  return problems;
}
