/** Timers are injected like the clock, so that "90 seconds later" is one line in a test. Milliseconds. */
export interface Delays {
  /** Calls once; returns what cancels it. A pending call is no reason for a process to stay alive. */
  after(milliseconds: number, callback: () => void): () => void
}

export interface Timers extends Delays {
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
