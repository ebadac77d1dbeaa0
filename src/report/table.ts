export type Table = {
  readonly id: string;
  readonly caption: string;
  /** a column that belongs to one alternative names it, and carries its swatch */
  readonly columns: readonly { readonly title: string; readonly align: "left" | "right"; readonly alternative?: string }[];
  readonly rows: readonly Row[];
  readonly note?: string;
  /** for those who want to take it apart: closed until asked for */
  readonly folded?: true;
};

export type Row = {
  readonly cells: readonly Cell[];
  readonly emphasis?: "total" | "group";
  /** the arithmetic that opens under the row */
  readonly detail?: Detail;
};

export type Cell = {
  readonly text: string;
  /** the exact figure, shown on hover and in exports */
  readonly exact?: string;
  readonly mark?: "cheapest" | "choice" | "infeasible" | "low-confidence";
  /** the alternative whose colour swatch stands beside the text */
  readonly alternative?: string;
  /** http(s) or a relative document path; renderers link only http(s) */
  readonly url?: string;
};

export type Detail = { readonly lines: readonly string[]; readonly source?: { readonly text: string; readonly url: string } };
