import type { SectionBuilder } from "../document.js";

/** Sections that take long to make: each is made when the reader comes near it, or before the page is printed. */
export type LateSections = {
  readonly set: (builders: readonly SectionBuilder[], make: (builder: SectionBuilder) => void) => void;
  readonly clear: () => void;
};

/** How far below the window a section is made ahead of the reader. */
const AHEAD = "300px";

export function lateSections(): LateSections {
  let open = new Map<Element, () => void>();
  const make = (element: Element): void => {
    const work = open.get(element);
    open.delete(element);
    watcher.unobserve(element);
    work?.();
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      const near = entries.find((entry) => entry.isIntersecting && open.has(entry.target));
      // The word "updating" is painted before the work begins; one section at a time, then look again.
      if (near)
        setTimeout(() => {
          make(near.target);
          for (const element of open.keys()) {
            watcher.unobserve(element);
            watcher.observe(element);
          }
        });
    },
    { rootMargin: AHEAD },
  );
  addEventListener("beforeprint", () => {
    for (const element of [...open.keys()]) make(element);
  });
  const clear = (): void => {
    watcher.disconnect();
    open = new Map();
  };
  return {
    clear,
    set: (builders, work) => {
      clear();
      for (const builder of builders) {
        const element = document.getElementById(builder.id);
        if (!element) continue;
        open.set(element, () => work(builder));
        watcher.observe(element);
      }
    },
  };
}
