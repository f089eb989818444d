/** Texts of the QR codes in a picture; null: it can't be read here, and no other can. */
export interface CodeReaderAnswer {
  readonly texts: readonly string[] | null
}

/** Finds QR codes in pictures, one picture at a time. */
export interface CodeReader {
  /** Takes the picture over. Null: there is no reader (its files are missing or may not run). */
  read(picture: ImageBitmap): Promise<CodeReaderAnswer['texts']>
  close(): void
}

/** The reader in a worker of its own, which is loaded when this is called and ends with `close`. */
export function openCodeReader(): CodeReader {
  const worker = new Worker(new URL('./code-reader-worker.ts', import.meta.url), { type: 'module', name: 'code-reader' })
  let settle: (texts: CodeReaderAnswer['texts']) => void = () => undefined
  let isBroken = false
  worker.addEventListener('message', ({ data }: MessageEvent<CodeReaderAnswer>) => {
    settle(data.texts)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    isBroken = true
    settle(null)
  })
  return {
    read: (picture) =>
      new Promise((resolve) => {
        if (isBroken) {
          picture.close()
          resolve(null)
          return
        }
        settle = resolve
        worker.postMessage(picture, [picture])
      }),
    close: () => {
      worker.terminate()
      settle([])
    },
  }
}
