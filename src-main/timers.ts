/** Timers are injected like the clock, so that "90 seconds later" is one line in a test. Milliseconds. */
export interface Timers {
  after(milliseconds: number, callback: () => void): () => void
  every(milliseconds: number, callback: () => void): () => void
}

export const systemTimers: Timers = {
  after(milliseconds, callback) {
    const handle = setTimeout(callback, milliseconds)
    handle.unref()
    return () => clearTimeout(handle)
  },
  every(milliseconds, callback) {
    const handle = setInterval(callback, milliseconds)
    handle.unref()
    return () => clearInterval(handle)
  },
}
