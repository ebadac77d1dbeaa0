import sparticuz from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** Flags of the packaged browser that would hide what these tests look for, or make several pages unstable. */
const UNWANTED = new Set(["--single-process", "--no-zygote", "--disable-web-security", "--allow-running-insecure-content", "--headless='shell'"]);

/** The Chromium that comes in the npm package: unpacked to a temporary folder on first use, no system package needed. */
export async function launch(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: [...sparticuz.args.filter((flag) => !UNWANTED.has(flag)), "--no-sandbox"], headless: true });
}
