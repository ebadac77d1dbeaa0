import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, scratch } from "../support/command-line.js";

describe("adding a price version by the recipe of CONTRIBUTING", () => {
  const place = scratch();
  const price = (day: string): string => {
    const ran = spawnSync(process.execPath, [join(place.folder, "dist/cli/main.js"), "price", "aws.kms.key", "1", "--as-of", day, "--format", "json"], { encoding: "utf8" });
    expect(ran.stderr).toBe("");
    return JSON.parse(ran.stdout).amount;
  };
  beforeAll(() => {
    for (const part of ["dist", "pricing", "package.json"]) cpSync(join(ROOT, part), join(place.folder, part), { recursive: true });
  });
  afterAll(place.remove);

  it("takes one new file below pricing/ and nothing else, not even a build", () => {
    expect(price("2027-01-01")).toBe("1");
    const newest = readFileSync(join(ROOT, "pricing/aws/kms/2026-09-11.yaml"), "utf8");
    const next = newest.replace(/^effective: .*$/m, "effective: 2027-01-01").replace(/(aws\.kms\.key:[\s\S]*?rate: ")1(?:\.00)?(")/, "$11.25$2");
    expect(next).toContain('"1.25"');
    writeFileSync(join(place.folder, "pricing/aws/kms/2027-01-01.yaml"), next);
    expect(price("2027-01-01")).toBe("1.25");
    expect(price("2026-12-31")).toBe("1");
  });

  it("an edit of one digit counts at once, also after an installation has noted the times of its files", () => {
    const index = join(place.folder, "dist/catalogue/index.json");
    const path = join(place.folder, "pricing/aws/kms/2026-09-11.yaml");
    const noted = (): number => JSON.parse(readFileSync(index, "utf8")).files.find((file: { path: string }) => file.path === "aws/kms/2026-09-11.yaml").modified;
    rmSync(join(place.folder, "pricing/aws/kms/2027-01-01.yaml"), { force: true });
    expect(price("2026-12-31")).toBe("1");
    expect(noted()).toBe(statSync(path).mtimeMs);
    writeFileSync(path, readFileSync(path, "utf8").replace(/(aws\.kms\.key:[\s\S]*?rate: ")1(\.00)?(")/, (_, before: string, cents: string | undefined, after: string) => `${before}3${cents ?? ""}${after}`));
    expect(price("2026-12-31")).toBe("3");
  });
});
