/** What the original document weighs besides money. A scenario gives weights, an architecture gives scores with reasons. */
export const CRITERIA = {
  "time-to-market": "how soon sign-up and sign-in work",
  federation: "sign-in with other identity providers",
  "sensitive-data": "not having to handle passwords and personal data yourself",
  customisation: "own workflows, attributes and screens",
  reporting: "own queries, reports and analysis of user data",
  control: "control over infrastructure, location of data and compliance",
  operations: "being spared to run security and scaling yourself",
} as const;
export type Criterion = keyof typeof CRITERIA;
export const CRITERION_NAMES = Object.keys(CRITERIA) as readonly Criterion[];

/** How well an alternative serves a criterion, 1 (badly) to 5 (fully), and why. */
export type Score = { readonly score: 1 | 2 | 3 | 4 | 5; readonly because: string };
export type Scores = Readonly<Record<Criterion, Score>>;
