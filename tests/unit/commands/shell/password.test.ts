import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { askNewPassword, type TypingTerminal } from '../../../../src-main/commands/shell/password.ts'

/** A keyboard: what is typed comes when somebody listens. */
class Keyboard extends EventEmitter implements TypingTerminal {
  readonly modes: boolean[] = []
  readonly #typed: string[]

  constructor(typed: readonly string[]) {
    super()
    this.#typed = [...typed]
  }

  setRawMode(raw: boolean): void {
    this.modes.push(raw)
  }

  setEncoding(): void {
    this.emit('encoding')
  }

  resume(): void {
    const next = this.#typed.shift()
    if (next !== undefined) queueMicrotask(() => this.emit('data', next))
  }

  pause(): void {
    this.emit('pause')
  }
}

const ask = async (...typed: string[]): Promise<{ result: Awaited<ReturnType<typeof askNewPassword>>; said: string; keyboard: Keyboard }> => {
  const keyboard = new Keyboard(typed)
  let said = ''
  const result = await askNewPassword(keyboard, (prompt) => (said += prompt))
  return { result, said, keyboard }
}

describe('asking for a password', () => {
  it('asks twice, echoes nothing and leaves the terminal as it was', async () => {
    const { result, said, keyboard } = await ask('a wooden counter\r', 'a wooden counter\r')
    expect(result).toEqual({ ok: true, value: 'a wooden counter' })
    expect(said).toBe('Password: \nThe same again: \n')
    expect(keyboard.modes).toEqual([true, false, true, false])
    expect(keyboard.listenerCount('data')).toBe(0)
  })

  it('takes corrections, whole characters at a time', async () => {
    const { result } = await ask('xx\u0015a wo𠮷\u007foden counter\n', 'a wooden counter\n')
    expect(result).toEqual({ ok: true, value: 'a wooden counter' })
  })

  it('refuses two that differ, without telling them', async () => {
    const { result } = await ask('first password\r', 'other password\r')
    expect(result).toEqual({ ok: false, failure: { code: 'MESSAGE-INVALID', detail: 'the two passwords are not the same' } })
  })

  it('gives up on Ctrl-C, and gives the terminal back', async () => {
    const { result, keyboard } = await ask('half\u0003')
    expect(result.ok).toBe(false)
    expect(keyboard.modes).toEqual([true, false])
  })
})
