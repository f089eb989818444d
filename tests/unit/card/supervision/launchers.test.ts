import { EventEmitter } from 'node:events'
import type { utilityProcess } from 'electron'
import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { electronProcessLauncher, type UtilityProcessModule } from '../../../../src-main/card/reader-process/electron-launcher.ts'

class FakeUtilityProcess extends EventEmitter {
  pid: number | undefined
  postMessage = vi.fn()
}

function launched() {
  const child = new FakeUtilityProcess()
  const fork = vi.fn<UtilityProcessModule['fork']>(() => child)
  const handle = electronProcessLauncher({ fork }, '/app/card-reader-process.js').spawn()
  return { child, fork, handle }
}

describe('electronProcessLauncher', () => {
  test("fits Electron's own utilityProcess", () => {
    expectTypeOf<typeof utilityProcess>().toExtend<UtilityProcessModule>()
  })

  test('starts the entry with eight threads for native calls', () => {
    const { fork } = launched()
    expect(fork.mock.calls[0]?.[0]).toBe('/app/card-reader-process.js')
    expect(fork.mock.calls[0]?.[2].env).toMatchObject({ UV_THREADPOOL_SIZE: '8' })
  })

  test('carries messages both ways and tells the end', () => {
    const { child, handle } = launched()
    const heard: unknown[] = []
    let ended = false
    handle.onMessage((message) => heard.push(message))
    handle.onExit(() => (ended = true))
    handle.send({ type: 'close' })
    child.emit('message', { type: 'running' })
    child.emit('exit', 0)
    expect(child.postMessage).toHaveBeenCalledWith({ type: 'close' })
    expect(heard).toEqual([{ type: 'running' }])
    expect(ended).toBe(true)
  })

  test('kills by the process id and SIGKILL, also a process that was not up yet', () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    try {
      const { child, handle } = launched()
      handle.kill()
      expect(kill).not.toHaveBeenCalled()
      child.pid = 4_000_001
      child.emit('spawn')
      expect(kill).toHaveBeenCalledWith(4_000_001, 'SIGKILL')
    } finally {
      kill.mockRestore()
    }
  })

  test('does not mind that the process has gone before it is killed', () => {
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('no such process'), { code: 'ESRCH' })
    })
    try {
      const { child, handle } = launched()
      child.pid = 4_000_001
      expect(() => handle.kill()).not.toThrow()
    } finally {
      kill.mockRestore()
    }
  })
})
