import { readSync } from "node:fs";

const CHUNK = 65_536;
const PAUSE = 5;

/** All of standard input, at most one byte more than `most`. By its number, since a socket, which Node gives to programs it starts, has no path. */
export function readStdin(most: number): Buffer {
  const parts: Buffer[] = [];
  for (let size = 0; size <= most; ) {
    const part = Buffer.alloc(Math.min(CHUNK, most + 1 - size));
    const read = readSome(part);
    if (read === 0) break;
    parts.push(part.subarray(0, read));
    size += read;
  }
  return Buffer.concat(parts);
}

/** Waits where the other side is not ready. */
function readSome(part: Buffer): number {
  for (;;) {
    try {
      return readSync(0, part);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
