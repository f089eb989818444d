import { fork } from 'node:child_process'
import { readerProcessEnvironment, type ProcessLauncher } from './process-launcher.ts'

/**
 * Starts the reader process by `child_process.fork`: the host of the system's Chromium, and tests.
 * `entry` is the path of reader-process/main.ts (Node 24) or of its bundle; `environment` is added to this process's own.
 */
export function forkLauncher(entry: string, environment: Readonly<Record<string, string>> = {}): ProcessLauncher {
  return {
    spawn() {
      const child = fork(entry, [], {
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        execArgv: [],
        env: { ...process.env, ...readerProcessEnvironment, ...environment },
      })
      let ended = false
      const exitListeners: (() => void)[] = []
      const exit = (): void => {
        if (ended) return
        ended = true
        for (const listener of exitListeners) listener()
      }
      child.once('exit', exit)
      // Could not be started (no memory, no file): there will be no 'exit'. Could not be sent to: 'exit' is near.
      child.on('error', () => {
        if (child.pid === undefined) exit()
      })
      return {
        send: (message) => {
          if (child.connected) child.send(message as object, () => undefined)
        },
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void exitListeners.push(listener),
        kill: () => void child.kill('SIGKILL'),
      }
    },
  }
}
