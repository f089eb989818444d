/** A running reader process as its supervisor holds it. */
export interface ReaderProcessHandle {
  /** Does nothing once the process has ended. */
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, however the process ended. */
  onExit(listener: () => void): void
  /** At once and without asking: a process that waits for a silent card hears nothing else. */
  kill(): void
}

/** Starts reader processes; the host decides how (child_process, Electron's utilityProcess, a test's fake). */
export interface ProcessLauncher {
  spawn(): ReaderProcessHandle
}

/**
 * For the process's environment: the watch holds one thread of libuv's pool for good, a card that does not
 * answer another, a list that does not come a third. The default of four would leave one.
 */
export const readerProcessEnvironment = { UV_THREADPOOL_SIZE: '8' } as const
