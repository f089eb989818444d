import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { house, type House } from './support/madoguchi.ts'

const commands = [
  'check-certificate',
  'doctor',
  'virtual-card',
  'staff',
  'staff add',
  'staff list',
  'staff disable',
  'staff unlock',
  'staff password',
  'packet',
  'packet make',
  'packet verify',
  'packet open',
  'render',
  'verify-document',
  'audit',
  'audit verify',
  'audit export',
  'audit manual',
  'handbook',
  'config',
  'config check',
  'config example',
]

const wrong: readonly (readonly [string, readonly string[]])[] = [
  ['no command', []],
  ['an unknown command', ['dcotor']],
  ['an unknown option', ['handbook', '--pretty']],
  ['a language that is not there', ['handbook', '--language', 'fr']],
  ['a group without its command', ['staff']],
  ['a missing argument', ['config', 'check']],
  ['an argument too many', ['handbook', 'again']],
  ['a role that is not there', ['staff', 'add', 'hanako', '--name', 'x', '--role', 'boss']],
  ['a missing role', ['staff', 'add', 'hanako', '--name', 'x']],
  ['a head without its number', ['audit', 'verify', '--head', 'ab'.repeat(32)]],
  ['a head that is no hash', ['audit', 'verify', '--head', 'abc', '--seq', '1']],
  ['a format that is not there', ['audit', 'export', '--format', 'xml']],
  ['a day that is not there', ['audit', 'export', '--format', 'csv', '--from', '2026-02-30']],
  ['a log and JSON on one stdout', ['audit', 'export', '--format', 'jsonl', '--json']],
  ['a rendering without its request', ['render', '--out', 'x.pdf']],
  ['a check without a certificate', ['check-certificate', '--anchor', 'ca.cer']],
  ['a virtual card without its name', ['virtual-card']],
  ['a port that is none', ['virtual-card', '--profile', 'adult', '--port', '70000']],
]

describe('usage of the commands', () => {
  let home: House
  beforeAll(async () => {
    home = await house({ kit: false })
  })
  afterAll(() => home.remove())

  it('names every command in its help, and points to the demo', async () => {
    const { code, stdout } = await home.madoguchi(['--help'])
    expect(code).toBe(0)
    for (const command of commands) expect(stdout).toContain(command.split(' ')[0])
    expect(stdout).toContain('npm run demo')
  })

  it.each(commands)('%s --help says what it does, with an example, and ends with 0', async (command) => {
    const { code, stdout, stderr } = await home.madoguchi([...command.split(' '), '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`Usage: madoguchi ${command}`)
    expect(stdout).toMatch(/Examples?:\n {2}npm run --silent madoguchi -- /)
    expect(stdout).toContain('--json')
  })

  it.each(wrong)('ends with 2 and an empty stdout for %s', async (_what, words) => {
    const { code, stdout, stderr } = await home.madoguchi(words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })
})
