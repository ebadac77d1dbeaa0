import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const NAMES = readdirSync(join(ROOT, "scenarios")).filter((name) => name.endsWith(".yaml")).map((name) => name.replace(".yaml", ""));

describe("shipped scenarios", () => {
  const place = scratch();
  afterAll(place.remove);

  it("are the five that the README promises, or more", () => {
    expect(NAMES).toEqual(expect.arrayContaining(["b2b-saas", "consumer-app", "machine-platform", "marketplace", "original-document"]));
  });

  it.each(NAMES)("%s gives its committed result and line items, byte for byte", (name) => {
    const out = join(place.folder, name);
    const ran = authcost(["report", `scenarios/${name}.yaml`, "-o", out]);
    expect(ran.code, ran.err).toBe(0);
    for (const file of ["result.json", "line-items.csv"]) {
      expect(readFileSync(join(out, file), "utf8"), "`npm run reports` renews them; read the difference first").toBe(readFileSync(join(ROOT, "reports", name, file), "utf8"));
    }
    expect(existsSync(join(ROOT, "reports", name, "report.html"))).toBe(true);
    expect(statSync(join(out, "report.html")).size, "a report fits into a mail: at most 800 KB").toBeLessThanOrEqual(800_000);
  });
});
