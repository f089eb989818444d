import { readerProcessEnvironment, type ProcessLauncher } from './process-launcher.ts'

/** What is used of Electron's `UtilityProcess`. */
interface UtilityProcessLike {
  readonly pid?: number | undefined
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  once(event: 'spawn', listener: () => void): unknown
}

/** What is used of Electron's `utilityProcess` module; a test holds this against Electron's own types. */
export interface UtilityProcessModule {
  fork(
    entry: string,
    args: string[],
    options: { env: Record<string, string | undefined>; serviceName: string; stdio: ['ignore', 'ignore', 'inherit'] },
  ): UtilityProcessLike
}

/** Starts the reader process by Electron's utilityProcess, which electron.ts hands in. `entry` is the bundle's path. */
export function electronProcessLauncher(utilityProcess: UtilityProcessModule, entry: string): ProcessLauncher {
  return {
    spawn() {
      const child = utilityProcess.fork(entry, [], {
        env: { ...process.env, ...readerProcessEnvironment },
        serviceName: 'madoguchi card reader',
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      let wanted = true
      // UtilityProcess.kill() asks politely (SIGTERM); the pid is known from 'spawn' on.
      const killNow = (): void => {
        if (child.pid !== undefined) killByPid(child.pid)
      }
      child.once('spawn', () => {
        if (!wanted) killNow()
      })
      return {
        send: (message) => child.postMessage(message),
        onMessage: (listener) => void child.on('message', listener),
        onExit: (listener) => void child.once('exit', () => listener()),
        kill: () => {
          wanted = false
          killNow()
        },
      }
    },
  }
}

function killByPid(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // Gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
