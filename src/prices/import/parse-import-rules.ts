import { checkShape } from "../../problems/check-shape.js";
import { nameHint } from "../../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { readDocument } from "../../problems/read-document.js";
import { type ImportRules, importRulesSchema, type RegionNames, regionNamesSchema } from "./import-rules.js";

/**
 * Parses and checks the rules of one service.
 * @throws ProblemError with all problems, each with line and column
 */
export function parseImportRules(text: string, file: string): ImportRules {
  const document = readDocument(text, file);
  const rules = checkShape(document, importRulesSchema);
  const problems: Problem[] = [];
  const ids = rules.rates.map((rule) => rule.rate);
  rules.rates.forEach((rule, index) => {
    if (!rule.rate.startsWith(`${rules.service}.`))
      problems.push({
        code: "inconsistent",
        place: document.locate(["rates", index, "rate"]),
        message: "the rate id does not belong to the service",
        found: quoted(rule.rate),
        expected: `${rules.service}.…`,
      });
    if (Object.keys(rule.match).length === 0)
      problems.push({
        code: "inconsistent",
        place: document.locate(["rates", index, "match"]),
        message: "a rule must say what it matches",
      });
    if (rule.term?.type !== "Reserved" && (rule.term?.lease ?? rule.term?.option) !== undefined)
      problems.push({
        code: "inconsistent",
        place: document.locate(["rates", index, "term"]),
        message: "only a Reserved term has a lease and an option",
      });
  });
  (rules.free ?? []).forEach((rule, index) => {
    rule.rates.forEach((id, place) => {
      if (!ids.includes(id))
        problems.push({
          code: "unknown-name",
          place: document.locate(["free", index, "rates", place]),
          message: `no rule makes the rate ${quoted(id)}`,
          ...nameHint(id, ids),
        });
    });
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return rules;
}

/** @throws ProblemError with all problems; a prefix or a name stands for one Region only */
export function parseRegionNames(text: string, file: string): RegionNames {
  const document = readDocument(text, file);
  const names = checkShape(document, regionNamesSchema);
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [region, { prefixes = [], names: places = [] }] of Object.entries(names)) {
    for (const name of [...prefixes, ...places]) {
      const before = seen.get(name);
      if (before !== undefined)
        problems.push({ code: "duplicate", place: document.locate([region]), message: `${quoted(name)} stands for ${before} already` });
      seen.set(name, region);
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return names;
}
