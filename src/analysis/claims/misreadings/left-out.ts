import { type Computation, withItems } from "../computation.js";
import type { FixedCost, Item } from "../side.js";
import type { Misreading, Surroundings } from "./misreading.js";

/** One thing that the claim should have counted and did not, or a whole component of an architecture. */
export function componentLeftOut({ computation }: Surroundings): readonly Misreading[] {
  return computation.sides.flatMap(({ items, costs }) => {
    const running = costs.filter((cost) => cost.every !== "once");
    if (items.length + running.length < 2) return [];
    const counted = items.filter((item) => !item.quantityAt(computation.at).isZero() || computation.subject.kind === "break-even");
    const components = [...new Set(counted.map((item) => item.component))]
      .map((name) => ({ name, members: counted.filter((item) => item.component === name) }))
      .filter(
        ({ members }) => members.length > 1 && members.length < counted.length && members.some((item) => item.name !== item.component),
      );
    const leaveOut = (name: string, id: string, gone: readonly (Item | FixedCost)[]): Misreading => ({
      kind: "component-left-out",
      slot: `left:${id}`,
      explain: `${name} is left out`,
      apply: (one) => without(one, gone),
    });
    return [
      ...[...counted, ...running].map((one) => leaveOut(one.name, one.id, [one])),
      ...components.map(({ name, members }) => leaveOut(name, name, members)),
    ];
  });
}

/** What is paid once, such as a set-up, forgotten: one of them, or all. */
export function oneOffLeftOut({ computation }: Surroundings): readonly Misreading[] {
  const once = computation.sides.flatMap((side) => side.costs.filter((cost) => cost.every === "once"));
  const leaveOut = (gone: readonly FixedCost[], slot: string): Misreading => ({
    kind: "one-off-left-out",
    slot,
    explain: `paid once and left out: ${gone.map((cost) => cost.name).join(", ")}`,
    apply: (one) => without(one, gone),
  });
  return [...once.map((cost) => leaveOut([cost], `once:${cost.id}`)), ...(once.length > 1 ? [leaveOut(once, "once:*")] : [])];
}

function without(computation: Computation, gone: readonly (Item | FixedCost)[]): Computation {
  const ids = new Set(gone.map((one) => one.id));
  const rest = withItems(computation, (item) => (ids.has(item.id) ? undefined : item));
  return {
    ...rest,
    sides: rest.sides.map((side) => ({
      ...side,
      costs: side.costs.some((cost) => ids.has(cost.id)) ? side.costs.filter((cost) => !ids.has(cost.id)) : side.costs,
    })),
  };
}
