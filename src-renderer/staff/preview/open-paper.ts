import { getDocument, PDFWorker } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** A certificate, opened to be looked at. */
export interface Paper {
  readonly sheets: number
  /**
   * Draws one sheet so that all of it fits into the box, times `zoom`.
   * @param sheet from 1.
   * @param box in CSS pixels.
   */
  draw(sheet: number, box: { readonly width: number; readonly height: number }, zoom: number): Promise<HTMLCanvasElement>
  /** Ends the worker with everything it holds. */
  close(): void
}

/**
 * Opens the PDF in a worker of its own, which dies with the paper: no page of one person lies in the
 * memory that sets the next. It runs without eval, WebAssembly and requests of its own (the content
 * security policy allows none), and needs none: our certificates carry their fonts.
 * @throws when it is not a PDF, or when anything in it can't be drawn as it will be printed.
 */
export async function openPaper(pdfBase64: string): Promise<Paper> {
  const port = new Worker(workerAddress, { type: 'module' })
  const worker = PDFWorker.create({ port })
  const end = (): void => {
    worker.destroy()
    port.terminate()
  }
  try {
    const pdf = await getDocument({
      data: Uint8Array.from(atob(pdfBase64), (character) => character.charCodeAt(0)),
      worker,
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      stopAtErrors: true,
    }).promise
    return {
      sheets: pdf.numPages,
      draw: async (sheet, box, zoom) => {
        const page = await pdf.getPage(sheet)
        const whole = page.getViewport({ scale: 1 })
        const scale = Math.min(box.width / whole.width, box.height / whole.height) * zoom
        const sharpness = window.devicePixelRatio
        const viewport = page.getViewport({ scale: scale * sharpness })
        const canvas = document.createElement('canvas')
        canvas.width = Math.floor(viewport.width)
        canvas.height = Math.floor(viewport.height)
        canvas.style.width = `${Math.floor(whole.width * scale)}px`
        canvas.style.height = `${Math.floor(whole.height * scale)}px`
        await page.render({ canvas, viewport }).promise
        return canvas
      },
      close: () => {
        void pdf.loadingTask.destroy().finally(end)
      },
    }
  } catch (error) {
    end()
    throw error
  }
}
