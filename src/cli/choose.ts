/** What a command does once its command line is understood. */
export type Work = () => Promise<void>;
/** Picks the work of a command line; never returns. */
export type Choose = (work: Work) => never;
