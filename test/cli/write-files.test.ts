import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const place = scratch();
afterAll(place.remove);
const at = (name: string): string => join(place.folder, name);
const price = (...flags: readonly string[]) => authcost(["price", "aws.cognito.lite.mau", "950000", "--format", "json", ...flags]);

describe("-o", () => {
  it("writes what standard output would get, and says where", () => {
    const ran = price("-o", at("price.json"));
    expect(ran).toMatchObject({ code: 0, out: "", err: `wrote ${at("price.json")}\n` });
    expect(readFileSync(at("price.json"), "utf8")).toBe(price().out);
  });

  it("makes the folders above the file", () => {
    expect(price("-o", at("new/deep/price.json")).code).toBe(0);
    expect(existsSync(at("new/deep/price.json"))).toBe(true);
  });

  it("keeps an existing file when the work fails, and makes no folder", () => {
    const file = place.write("kept.json", "kept");
    expect(price("--region", "nowhere", "-o", file).code).toBe(1);
    expect(price("--region", "nowhere", "-o", at("unmade/price.json")).code).toBe(1);
    expect(readFileSync(file, "utf8")).toBe("kept");
    expect(existsSync(at("unmade"))).toBe(false);
  });

  it("keeps the permissions of the file that it replaces", () => {
    const file = place.write("private.json", "");
    chmodSync(file, 0o600);
    expect(price("-o", file).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("writes through a link and leaves the link", () => {
    mkdirSync(at("elsewhere"));
    const file = place.write("elsewhere/real.json", "");
    symlinkSync(file, at("link.json"));
    expect(price("-o", at("link.json")).code).toBe(0);
    expect(lstatSync(at("link.json")).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(file, "utf8")).amount).toBe("4405");
  });

  it("never takes the place of the file that the result is worked out from", () => {
    const text = "name: app\nworkload: { mau: 1000 }\nalternatives: [cognito]\n";
    const [file, claims] = [place.write("app.yaml", text), place.write("claims.yaml", readFileSync(join(ROOT, "scenarios/claims/build-or-buy.yaml"), "utf8"))];
    symlinkSync(file, at("alias.yaml"));
    for (const out of [file, at("alias.yaml")]) {
      const ran = authcost(["compare", file, "-o", out]);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).toContain("would take the place of the file it is worked out from");
    }
    expect(authcost(["diff", join(ROOT, "scenarios/consumer-app.yaml"), file, "-o", file]).code).toBe(1);
    expect(authcost(["check", claims, "-o", claims]).code).toBe(1);
    expect(readFileSync(file, "utf8")).toBe(text);
    const results = [at("a.json"), at("b.json")] as const;
    for (const result of results) expect(authcost(["compare", file, "--format", "json", "-o", result]).code).toBe(0);
    expect(authcost(["diff", ...results, "-o", results[0]]).code).toBe(1);
    expect(JSON.parse(readFileSync(results[0], "utf8"))).toHaveProperty("points");
  });

  it.skipIf(process.platform === "win32")("writes to a device as it is", () => {
    expect(price("-o", "/dev/null")).toMatchObject({ code: 0, out: "" });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it.each([
    { title: "a folder", path: () => place.folder, says: "this is a folder, not a file" },
    { title: "a place below a file", path: () => join(place.write("plain", ""), "price.json"), says: "a part of the path is not a folder" },
    { title: "a place below a place below a file", path: () => join(place.write("plain", ""), "deep/price.json"), says: "a part of the path is not a folder" },
    { title: "a name too long", path: () => at("n".repeat(300)), says: "the name is too long" },
  ])("refuses $title in words", ({ path, says }) => {
    const ran = price("-o", path());
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(`${path()}: cannot be written`);
    expect(ran.err).toContain(says);
  });

  it("leaves no file of its own behind", () => {
    expect(place.names().filter((name) => name.includes("tmp"))).toEqual([]);
  });
});
