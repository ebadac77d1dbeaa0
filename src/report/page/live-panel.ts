import type { Input, InputGroup } from "../live/input.js";
import type { WhatIf } from "../live/what-if.js";
import { visible } from "../render/plain-text.js";
import { type LiveControl, liveControl } from "./live-control.js";
import { element } from "./live-element.js";
import { changedText } from "./live-text.js";

export type PanelActions = {
  readonly onChange: (input: Input, text: string | undefined) => void;
  readonly onReset: () => void;
  readonly exports: readonly PanelButton[];
  readonly link: PanelButton;
};

export type PanelButton = { readonly label: string; readonly act: (self: HTMLButtonElement) => void };

export type LivePanel = {
  /** the inputs */
  readonly sheet: HTMLElement;
  /** the line that says what changed */
  readonly bar: HTMLElement;
  /** @param current the value of every input as it stands, own ones included */
  readonly show: (state: WhatIf, current: (input: Input) => string) => void;
  /** what is wrong with the state or the link; nothing when empty */
  readonly notice: (texts: readonly string[]) => void;
  /** read out by screen readers */
  readonly announce: (text: string) => void;
};

/** The inputs: main ones in sight, the others in groups that open; what changed, with the way back and the ways out. */
export function livePanel(inputs: readonly Input[], titles: ReadonlyMap<string, string>, actions: PanelActions): LivePanel {
  const controls = inputs.map((input, place) => liveControl(input, place, (text) => actions.onChange(input, text)));
  const main = controls.filter(({ input }) => input.group.kind === "main");
  const groups = groupsOf(
    controls.filter(({ input }) => input.group.kind !== "main"),
    titles,
  ).map((group, index) => ({ ...group, fold: groupFold(group, index === 0) }));
  const more = element("details", { class: "more-inputs" }, [
    element("summary", {}, ["More inputs ", element("span", { class: "quiet" }, [groups.map(({ title }) => title).join(" · ")])]),
    element(
      "div",
      { class: "groups" },
      groups.map(({ fold }) => fold),
    ),
  ]);
  let shown: { readonly state: WhatIf; readonly current: (input: Input) => string } | undefined;
  /** What is folded away is shown when it is unfolded: there may be hundreds of inputs. */
  const bring = (members: readonly LiveControl[]): void => {
    if (shown) for (const { input, show } of members) show(shown.current(input), shown.state.has(input.key));
  };
  const bringUnfolded = (): void => {
    if (more.open) for (const { fold, members } of groups) if (fold.open) bring(members);
  };
  for (const fold of [more, ...groups.map((group) => group.fold)]) fold.addEventListener("toggle", bringUnfolded);
  const sheet = element("details", { class: "sheet", open: true }, [
    element("summary", {}, [element("strong", {}, ["What if"]), " something were different?"]),
    element(
      "div",
      { class: "inputs main-inputs" },
      main.map(({ root }) => root),
    ),
    ...(groups.length > 0 ? [more] : []),
    element("div", { class: "save", role: "group", "aria-label": "Save this state" }, ["Save:", ...actions.exports.map(actionButton)]),
  ]);
  const reset = (): void => {
    actions.onReset();
    // The button goes with the line that it stands in.
    sheet.querySelector("summary")?.focus({ preventScroll: true });
  };
  const changed = element("p", { class: "changed" });
  const notice = element("div", { class: "live-notice", role: "alert" });
  const status = element("p", { class: "unseen", role: "status" });
  const bar = element("div", { class: "live-bar", hidden: true }, [
    changed,
    element("div", { class: "live-buttons" }, [actionButton({ label: "Reset", act: reset }), actionButton(actions.link)]),
  ]);
  foldOnPhones(sheet);
  return {
    sheet: element("section", { class: "what-if", "aria-label": "What if" }, [sheet, notice, status]),
    bar,
    show: (state, current) => {
      shown = { state, current };
      bring(main);
      bringUnfolded();
      bar.hidden = state.size === 0;
      document.documentElement.toggleAttribute("data-changed", state.size > 0);
      changed.replaceChildren(...changedWords(inputs, state, titles));
    },
    notice: (texts) => notice.replaceChildren(...texts.map((text) => element("p", {}, [visible(text)]))),
    announce: (text) => {
      if (status.textContent !== text) status.textContent = text;
    },
  };
}

function actionButton({ label, act }: PanelButton): HTMLButtonElement {
  const button = element("button", { type: "button" }, [label]);
  button.addEventListener("click", () => act(button));
  return button;
}

type Group = { readonly title: string; readonly members: readonly LiveControl[] };

function groupsOf(controls: readonly LiveControl[], titles: ReadonlyMap<string, string>): readonly Group[] {
  const groups = new Map<string, LiveControl[]>();
  for (const control of controls) {
    const title = groupTitle(control.input.group, titles);
    groups.set(title, [...(groups.get(title) ?? []), control]);
  }
  return [...groups].map(([title, members]) => ({ title, members }));
}

function groupFold({ title, members }: Group, open: boolean): HTMLDetailsElement {
  return element("details", { class: "group", open }, [
    element("summary", {}, [title]),
    element(
      "div",
      { class: "inputs" },
      members.map(({ root }) => root),
    ),
  ]);
}

function groupTitle(group: InputGroup, titles: ReadonlyMap<string, string>): string {
  switch (group.kind) {
    case "main":
    case "workload":
      return "Workload";
    case "money":
      return "Labour and own costs";
    case "alternative":
      return visible(titles.get(group.id) ?? group.id).slice(0, 80);
    default:
      return group satisfies never;
  }
}

/** "Changed: users 200,000 (was 100,000)" */
function changedWords(inputs: readonly Input[], state: WhatIf, titles: ReadonlyMap<string, string>): readonly (Node | string)[] {
  const changes = inputs.flatMap((input) => {
    const text = state.get(input.key);
    if (text === undefined) return [];
    const of = input.group.kind === "alternative" ? `${visible(titles.get(input.group.id) ?? input.group.id).slice(0, 60)}, ` : "";
    return [
      element("span", { class: "change" }, [
        `${of}${visible(input.label).slice(0, 80)} `,
        element("b", {}, [changedText(input, text)]),
        ` (was ${changedText(input, input.own)})`,
      ]),
    ];
  });
  return ["Changed: ", ...changes.flatMap((change, index) => (index === 0 ? [change] : ["; ", change]))];
}

/** On a phone the inputs fold away until they are asked for. */
function foldOnPhones(sheet: HTMLDetailsElement): void {
  const wide = matchMedia("(min-width: 48rem)");
  const fold = (): void => {
    sheet.open = wide.matches;
  };
  fold();
  wide.addEventListener("change", fold);
}
