import type { Input } from "../live/input.js";
import { decimal, isDecimal } from "../../units/decimal.js";
import { visible } from "../render/plain-text.js";
import { capitalized } from "../../units/format.js";
import { element } from "./live-element.js";
import { sliderOf } from "./live-slider.js";
import { fieldText, spokenText, typedText } from "./live-text.js";

/** One input on the page. `show` sets it to a value; what the reader is typing stays as it is. */
export type LiveControl = { readonly input: Input; readonly root: HTMLElement; readonly show: (text: string, isChanged: boolean) => void };

/** @param onChange the input's new text; undefined for the scenario's own */
export function liveControl(input: Input, place: number, onChange: (text: string | undefined) => void): LiveControl {
  const id = `input-${place}`;
  const label = element("label", { for: id, title: visible(input.meaning) }, [visible(input.label)]);
  const back = element(
    "button",
    {
      type: "button",
      class: "back",
      hidden: true,
      "aria-label": `${visible(input.label)}: back to ${spokenText(input, input.own)}`,
      title: `Back to ${spokenText(input, input.own)}`,
    },
    ["↺"],
  );
  const own = element("span", { class: "own", id: `${id}-own`, title: visible(input.reason ?? input.meaning) }, [
    `${visible(input.from).slice(0, 120)}: ${spokenText(input, input.own)}`,
  ]);
  const complaint = element("p", { class: "complaint", id: `${id}-complaint`, "aria-live": "polite" });
  const worked = input.control.kind === "choice" ? choiceField(input, id, onChange) : numberField(input, id, complaint, onChange);
  back.addEventListener("click", () => onChange(undefined));
  const root = element("div", { class: `input input-${input.control.kind}` }, [
    element("div", { class: "input-head" }, [label, back]),
    ...worked.parts,
    own,
    complaint,
  ]);
  return {
    input,
    root,
    show: (text, isChanged) => {
      worked.show(text);
      if (back.hidden === isChanged) {
        back.hidden = !isChanged;
        root.classList.toggle("is-changed", isChanged);
      }
    },
  };
}

type Field = { readonly parts: readonly HTMLElement[]; readonly show: (text: string) => void };

function choiceField(input: Input, id: string, onChange: (text: string) => void): Field {
  const options = input.control.kind === "choice" ? input.control.options : [];
  const select = element(
    "select",
    { id, "aria-describedby": `${id}-own` },
    options.map(({ value, label }) => element("option", { value }, [visible(label)])),
  );
  select.addEventListener("change", () => onChange(select.value));
  const show = (text: string): void => {
    if (select.value === text) return;
    if (![...select.options].some((option) => option.value === text)) select.append(element("option", { value: text }, [visible(text)]));
    select.value = text;
  };
  return { parts: [select], show };
}

function numberField(input: Input, id: string, complaint: HTMLElement, onChange: (text: string) => void): Field {
  const { control } = input;
  const field = element("input", {
    id,
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": `${id}-own ${id}-complaint`,
  });
  const unit = element("span", { class: "unit" }, [visible(input.unit)]);
  const slider =
    control.kind === "slider" || control.kind === "log-slider"
      ? sliderField(input, control, (text) => {
          accept(text);
        })
      : undefined;
  let shown = input.own;
  const complain = (words: string | undefined): void => {
    complaint.textContent = words === undefined ? "" : `${capitalized(words)}.`;
    if (words === undefined) field.removeAttribute("aria-invalid");
    else field.setAttribute("aria-invalid", "true");
  };
  const accept = (text: string): void => {
    const wrong = input.complaint(text);
    complain(wrong);
    if (wrong === undefined) onChange(text);
  };
  field.addEventListener("input", () => accept(typedText(input, field.value)));
  field.addEventListener("blur", () => {
    complain(undefined);
    field.value = fieldText(input, shown);
  });
  const show = (text: string): void => {
    shown = text;
    const words = fieldText(input, text);
    if (document.activeElement !== field && field.value !== words) {
      field.value = words;
      complain(undefined);
    }
    slider?.show(text);
  };
  return { parts: [...(slider ? [slider.root] : []), element("div", { class: "typed" }, [field, unit])], show };
}

function sliderField(
  input: Input,
  control: Parameters<typeof sliderOf>[0],
  onText: (text: string) => void,
): { readonly root: HTMLElement; readonly show: (text: string) => void } {
  const { min, max, step, position, text: textAt } = sliderOf(control);
  const root = element("input", {
    type: "range",
    min: String(min),
    max: String(max),
    step: String(step),
    "aria-label": visible(input.label),
  });
  root.addEventListener("input", () => onText(textAt(Number(root.value))));
  const show = (text: string): void => {
    const spoken = spokenText(input, text);
    if (root.getAttribute("aria-valuetext") === spoken) return;
    root.setAttribute("aria-valuetext", spoken);
    const at = position(isDecimal(text) ? decimal(text).toNumber() : min);
    // The thumb that is being moved stays under the finger.
    if (textAt(Number(root.value)) !== text) root.value = String(at);
  };
  return { root, show };
}
