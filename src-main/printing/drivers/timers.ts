/** Timers are handed in, so that a test decides when time passes. */
export interface Timers {
  /** Calls once after the given milliseconds; returns what cancels it. */
  after(milliseconds: number, call: () => void): () => void
}

export const systemTimers: Timers = {
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds)
    // A printer that is being watched is no reason for a process to stay alive.
    timer.unref()
    return () => clearTimeout(timer)
  },
}
