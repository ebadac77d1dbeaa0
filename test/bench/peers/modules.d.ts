// The few parts of the peers' types that the bench uses: the peers are installed apart from the project (see ../README.md).
declare module "mathjs" {
  export function compile(expression: string): { evaluate(scope: Map<string, number>): unknown };
}

declare module "hyperformula" {
  export type CellValue = number | string | boolean | null | object;
  export class HyperFormula {
    static buildFromArray(sheet: readonly (readonly (number | string)[])[], options: { readonly licenseKey: string }): HyperFormula;
    batch(work: () => void): unknown;
    setCellContents(at: { readonly sheet: number; readonly row: number; readonly col: number }, values: readonly (readonly number[])[]): unknown;
    getCellValue(at: { readonly sheet: number; readonly row: number; readonly col: number }): CellValue;
  }
}

declare module "@quri/squiggle-lang" {
  export function run(code: string, options: { readonly environment: { readonly sampleCount: number; readonly xyPointLength: number; readonly seed: string } }): Promise<{
    readonly result: { readonly ok: false; readonly value: { toString(): string } } | { readonly ok: true; readonly value: { readonly result: { asJS(): unknown } } };
  }>;
}
