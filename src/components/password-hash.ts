import { choice, type SettingValues } from "./setting.js";

/** CPU time of one password check, measured on a 2-vCPU AMD EPYC machine, one thread; other processors differ by up to 40 %. */
const HASH_MILLISECONDS = { argon2id: "25", "bcrypt-10": "71", "bcrypt-12": "284", pbkdf2: "248", scrypt: "504" } as const;

export const passwordHashSettings = {
  passwordHash: choice(
    ["argon2id", "bcrypt-10", "bcrypt-12", "pbkdf2", "scrypt"],
    "argon2id",
    "the password hash, whose CPU time sizes the auth service",
    "OWASP's first choice, at its parameters (19 MiB, two passes)",
  ),
} as const;

export function hashMilliseconds(settings: SettingValues<typeof passwordHashSettings>): string {
  return HASH_MILLISECONDS[settings.passwordHash];
}
