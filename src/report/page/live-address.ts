import { isState } from "../live/fragment.js";

/** The fragment of the address when it speaks of inputs, undecoded. */
export function addressState(): string {
  const fragment = location.hash.slice(1);
  return isState(fragment) ? fragment : "";
}

/** Puts a state into the address; Back leads to the one before. */
export function writeAddress(fragment: string): void {
  if (fragment === addressState()) return;
  history.pushState(null, "", fragment === "" ? location.href.replace(/#.*$/s, "") : `#${fragment}`);
}

/** Links within the page scroll without taking the state out of the address. */
export function keepAddress(main: HTMLElement, isChanged: () => boolean): void {
  main.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target || !isChanged()) return;
    event.preventDefault();
    target.scrollIntoView();
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  });
}
