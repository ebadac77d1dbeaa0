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
export type Catalogue = {
  readonly files: readonly PriceFile[];
  /** the same by service, for a catalogue that loads only what is asked for */
  readonly lazily?: {
    readonly services: readonly string[];
    readonly versionsOf: (service: string) => Versions;
    readonly newestDay: string;
  };
};

/** The versions of one service, oldest first, each loaded when asked for. */
export type Versions = {
  readonly effectives: readonly string[];
  readonly fileOf: (effective: string) => PriceFile | undefined;
  readonly all: () => readonly PriceFile[];
};

/** The day of the newest evidence in some files. */
export function newestDayOf(files: readonly PriceFile[]): string {
  const days = files.flatMap((file) => [file.effective, ...Object.values(file.sources).map((source) => source.retrieved)]);
  return days.reduce((newest, day) => (day > newest ? day : newest), "0000-00-00");
}
