import type { Readable, Writable } from 'node:stream'

/** Where a command reads and writes: the process's own streams, or those of a test. */
export interface Streams {
  readonly stdin: Readable
  readonly stdout: Writable
  readonly stderr: Writable
}

/** Waits where the reader is slower than the writer, so that a long text does not pile up in memory. */
export async function writeOut(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return
  await new Promise<void>((resolve) => stream.once('drain', resolve))
}
