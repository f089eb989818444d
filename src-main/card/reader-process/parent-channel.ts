/** The way to the supervisor, whichever host started this process. */
export interface ParentChannel {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** The supervisor's process has ended. */
  onLost(listener: () => void): void
}

/** Electron's `process.parentPort`, which only a utility process has. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
}

/** What is used of `process`, whichever host it belongs to. */
interface ChildProcessSelf {
  readonly parentPort?: ParentPort
  readonly send?: (message: unknown, handle: undefined, options: undefined, callback: () => void) => boolean
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'disconnect', listener: () => void): unknown
}

/** Throws when this process was not started by a launcher of this folder. */
export function parentChannel(self: ChildProcessSelf): ParentChannel {
  const port = self.parentPort
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
      // Electron ends its utility processes itself.
      onLost: () => undefined,
    }
  }
  if (self.send === undefined) throw new Error('the reader process is started by the kiosk, not by hand')
  return {
    // The channel may close between a card's answer and its report; the supervisor is gone then.
    send: (message) => void self.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void self.on('message', listener),
    onLost: (listener) => void self.on('disconnect', listener),
  }
}
