/** What a shell reports of a process that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof EXIT_CODES;
const SIGNALS = Object.keys(EXIT_CODES) as readonly Signal[];

/**
 * Runs work that a signal may end only between its steps, so that what is written is written whole. Ctrl-C then ends the
 * process with 130, and nothing was begun.
 */
export async function endingBetweenSteps<T>(work: () => Promise<T>): Promise<T> {
  const end = (signal: Signal): never => {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
    process.exit(EXIT_CODES[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

/** The end of a step: signals that came meanwhile are heard now. Two rounds, because the first may begin behind the place where signals are looked for. */
export async function endOfStep(): Promise<void> {
  for (let round = 0; round < 2; round++)
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
}
