import type { Input } from "./input.js";
import type { WhatIf } from "./what-if.js";

/** A longer fragment was not written by a report. */
const LONGEST = 20_000;

/** "mau=200000&cognito.plan=plus": what a link carries, in the order of the inputs. Empty when nothing changed. */
export function toFragment(inputs: readonly Input[], state: WhatIf): string {
  return inputs
    .flatMap(({ key }) => {
      const text = state.get(key);
      return text === undefined ? [] : [`${encodeURIComponent(key)}=${encodeURIComponent(text)}`];
    })
    .join("&");
}

export type ReadFragment = { readonly state: WhatIf /** what was left out, in words */; readonly ignored: readonly string[] };

/** Whether a fragment speaks of inputs, not of a place in the page. */
export function isState(fragment: string): boolean {
  return fragment.includes("=");
}

/** Reads a fragment of any origin: what is not understood is left out and named. Never throws. */
export function fromFragment(fragment: string, inputs: readonly Input[]): ReadFragment {
  if (!isState(fragment)) return { state: new Map(), ignored: [] };
  if (fragment.length > LONGEST) return { state: new Map(), ignored: ["the link is too long to be one of this report"] };
  const known = new Map(inputs.map((input) => [input.key, input]));
  const state = new Map<string, string>();
  const ignored: string[] = [];
  for (const part of fragment.split("&").filter((text) => text !== "")) {
    const [key = "", text = ""] = part.split(/=(.*)/s).map(decoded);
    const input = known.get(key);
    const complaint = input ? input.complaint(text) : "nothing here is called that";
    if (input && complaint === undefined) {
      if (input.canonical(text) !== input.own || !input.isPinned) state.set(key, input.canonical(text));
    } else ignored.push(`${shortened(key)}=${shortened(text)} (${complaint})`);
  }
  return { state, ignored };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
