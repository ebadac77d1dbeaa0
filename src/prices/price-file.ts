import type { PriceFileData } from "./price-file-schema.js";

/** One parsed price file: plain data, every number still text, so that a catalogue can be stored as JSON. */
export type PriceFile = PriceFileData & {
  readonly book: string;
  /** path below pricing/, as in "aws/cognito/2024-11-22.yaml" */
  readonly path: string;
  /** content hash of the file's text, for provenance */
  readonly hash: string;
};

/** All price files at hand. */
export type Catalogue = { readonly files: readonly PriceFile[] };
