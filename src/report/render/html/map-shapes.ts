import { COLOURS } from "./dashes.js";
import { blocksOf, type MapGrid } from "./map-grid.js";
import { percent, svgTitle } from "./svg.js";

/** The cells of one alternative, or those that none can carry; `pattern` is the element id of its hatching. */
export type Region = {
  readonly alternative: string | null;
  readonly title: string;
  readonly place: number | undefined;
  readonly pattern: string;
};

/** From which margin on a cell is how opaque: faint where the next alternative is close. Kept low, so that letters stay legible. */
export const TINTS = [
  { from: 0, opacity: 0.1 },
  { from: 0.05, opacity: 0.18 },
  { from: 0.15, opacity: 0.27 },
  { from: 0.35, opacity: 0.36 },
] as const;
/** Units of the stretched drawing, in both directions. */
const UNITS = 1_000;

const unit = (share: number | undefined): number => Math.round((share ?? 0) * UNITS * 10) / 10;
const tintOf = (margin: number): number => TINTS.reduce((found, { from }, index) => (margin >= from ? index : found), 0);

/** The regions' tints, in one drawing that stretches with the page. */
export function fills(grid: MapGrid, regions: readonly Region[]): string {
  const paths = regions.flatMap(({ alternative, title, place }) =>
    TINTS.map(({ opacity }, tint) => {
      const blocks = blocksOf(grid, (cell) => cell.alternative === alternative && (place === undefined ? 0 : tintOf(cell.margin)) === tint);
      const path = blocks
        .map(
          ({ left, right, top, bottom }) =>
            `M${unit(grid.across[left])} ${unit(grid.down[top])}H${unit(grid.across[right + 1])}V${unit(grid.down[bottom + 1])}H${unit(grid.across[left])}Z`,
        )
        .join("");
      const next = place === undefined ? title : `${title}: the next is ${nextIs(tint)} dearer`;
      return path === ""
        ? ""
        : `<path class="${place === undefined ? "none" : `alt-${place % COLOURS}`}" d="${path}"${place === undefined ? "" : ` fill-opacity="${opacity}"`}>${svgTitle(next)}</path>`;
    }),
  );
  return stretched("fills", paths.join(""));
}

/** Lines along the cells' edges wherever the cheapest changes. */
export function boundaries(grid: MapGrid): string {
  const { cells, across, down } = grid;
  const at = (row: number, column: number): string | null | undefined => cells[row]?.[column]?.alternative;
  const upright = across
    .slice(1, -1)
    .flatMap((edge, column) =>
      runs(cells.length, (row) => at(row, column) !== at(row, column + 1)).map(
        ([from, to]) => `M${unit(edge)} ${unit(down[from])}V${unit(down[to + 1])}`,
      ),
    );
  const level = down
    .slice(1, -1)
    .flatMap((edge, row) =>
      runs(across.length - 1, (column) => at(row, column) !== at(row + 1, column)).map(
        ([from, to]) => `M${unit(across[from])} ${unit(edge)}H${unit(across[to + 1])}`,
      ),
    );
  const path = [...upright, ...level].join("");
  return path === "" ? "" : stretched("borders", `<path vector-effect="non-scaling-stroke" d="${path}"/>`);
}

/** The hatching of one region; it lies outside the stretched drawing, so that its lines keep their direction. */
export function hatched(grid: MapGrid, { alternative, place, pattern }: Region): string {
  if (place === undefined) return "";
  return blocksOf(grid, (cell) => cell.alternative === alternative)
    .map(({ left, right, top, bottom }) => {
      const [x, y] = [grid.across[left] ?? 0, grid.down[top] ?? 0];
      return `<rect class="hatched" x="${percent(x)}" y="${percent(y)}" width="${percent((grid.across[right + 1] ?? 1) - x)}" height="${percent((grid.down[bottom + 1] ?? 1) - y)}" fill="url(#${pattern})"/>`;
    })
    .join("");
}

function stretched(kind: string, content: string): string {
  return `<svg class="${kind}" width="100%" height="100%" viewBox="0 0 ${UNITS} ${UNITS}" preserveAspectRatio="none">${content}</svg>`;
}

function nextIs(tint: number): string {
  const [from, to] = [TINTS[tint]?.from ?? 0, TINTS[tint + 1]?.from];
  return to === undefined ? `${from * 100} % or more` : tint === 0 ? `less than ${to * 100} %` : `${from * 100} to ${to * 100} %`;
}

/** First and last index, both inclusive, of each unbroken run. */
function runs(length: number, isIn: (index: number) => boolean): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let index = 0; index < length; index += 1) {
    const last = found.at(-1);
    if (isIn(index) && last && last[1] === index - 1) last[1] = index;
    else if (isIn(index)) found.push([index, index]);
  }
  return found;
}
