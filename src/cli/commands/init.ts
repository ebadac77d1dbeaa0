import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { ProblemError } from "../../problems/problem.js";
import { note } from "../emit.js";
import { writeTogether } from "../write-files.js";

const FIRST_SCENARIO = `# A first scenario. \`authcost schema scenario -o scenario.schema.json\` writes the schema that editors read:
# yaml-language-server: $schema=scenario.schema.json
name: our-app
title: Our app, 20,000 users
workload:
  mau: 20000              # users active in a month
  federatedShare: 0       # part that signs in through SAML or OIDC
  signInsPerMau: 8
at: { mau: [5000, 20000, 100000] }
alternatives:               # \`authcost architectures\` lists what can stand here
  - id: cognito-lite
    architecture: cognito
    settings: { plan: lite }
  - id: postgresql
    architecture: postgresql
    costs:
      - { name: Upkeep, monthly: "525", kind: labour }   # your own figure
  - dynamodb
  - hybrid
# decision: { cost: 5, priorities: { time-to-market: 3, federation: 2 } }
`;

/** Writes a first scenario; an existing file stays as it is. */
export async function runInit(flags: { readonly file: string }): Promise<void> {
  if (existsSync(flags.file))
    throw new ProblemError([
      { code: "cannot-write", place: { file: flags.file }, message: "the file is already there", hint: "choose another name" },
    ]);
  const name = basename(flags.file);
  await writeTogether(dirname(flags.file), [name], async () => new Map([[name, FIRST_SCENARIO]]));
  note(`wrote ${flags.file}; next: authcost compare ${flags.file}`);
}
