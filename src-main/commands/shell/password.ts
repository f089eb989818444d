import { text } from 'node:stream/consumers'
import { ReadStream } from 'node:tty'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { Streams } from './streams.ts'

/** The part of a terminal that is needed to read without echo. */
export interface TypingTerminal {
  setRawMode(raw: boolean): unknown
  setEncoding(encoding: 'utf8'): unknown
  on(event: 'data', listener: (typed: string) => void): unknown
  off(event: 'data', listener: (typed: string) => void): unknown
  resume(): unknown
  pause(): unknown
}

const enter = new Set(['\r', '\n', '\u0004'])
const interrupt = '\u0003'
const backspace = new Set(['\b', '\u007f'])
const eraseAll = '\u0015'

/** One line typed without echo; null when the person pressed Ctrl-C. */
function typedLine(terminal: TypingTerminal): Promise<string | null> {
  return new Promise((resolve) => {
    const typed: string[] = []
    const end = (line: string | null): void => {
      terminal.off('data', take)
      terminal.setRawMode(false)
      terminal.pause()
      resolve(line)
    }
    const take = (chunk: string): void => {
      for (const key of chunk) {
        if (key === interrupt || enter.has(key)) {
          end(key === interrupt ? null : typed.join(''))
          return
        }
        if (backspace.has(key)) typed.pop()
        else if (key === eraseAll) typed.length = 0
        else typed.push(key)
      }
    }
    terminal.setEncoding('utf8')
    terminal.setRawMode(true)
    terminal.on('data', take)
    terminal.resume()
  })
}

/** Asks twice. MESSAGE-INVALID when the two are not the same or the person gave up. */
export async function askNewPassword(terminal: TypingTerminal, say: (prompt: string) => void): Promise<Result<string>> {
  const answers: string[] = []
  for (const prompt of ['Password: ', 'The same again: ']) {
    say(prompt)
    const line = await typedLine(terminal)
    say('\n')
    if (line === null) return fail('MESSAGE-INVALID', 'no password was given')
    answers.push(line)
  }
  const [first = '', second] = answers
  return first === second ? ok(first) : fail('MESSAGE-INVALID', 'the two passwords are not the same')
}

/** The first line of standard input. Prompts go to stderr, so that stdout carries the answer alone. */
export async function newPassword({ stdin, stderr }: Streams, fromStdin: boolean): Promise<Result<string>> {
  if (!fromStdin && stdin instanceof ReadStream) return askNewPassword(stdin, (prompt) => void stderr.write(prompt))
  const given = await text(stdin)
  return ok(given.split(/\r?\n/, 1)[0] ?? '')
}
