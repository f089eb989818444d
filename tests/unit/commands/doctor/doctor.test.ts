import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Check } from '../../../../src-main/commands/doctor/check.ts'
import { columnsOf } from '../../../../src-main/commands/doctor/columns.ts'
import { exampleConfiguration } from '../../../../src-main/commands/examples/production-configuration.ts'
import { takeOwnership } from '../../../../src-main/queue/database/ownership.ts'
import { addStaff } from '../../../fixtures/kiosk/staff-accounts.ts'
import { house, jsonOf, type House } from '../support/madoguchi.ts'
import { englishIn } from './english-left.ts'

describe('doctor', () => {
  let home: House
  beforeAll(async () => {
    home = await house({ kit: true })
  })
  afterAll(() => home.remove())
  afterEach(() => rmSync(home.path('data'), { recursive: true, force: true }))

  async function examine(...words: string[]): Promise<{ code: number | null; ok: unknown; checks: ReadonlyMap<string, Check> }> {
    const ended = await home.madoguchi(['doctor', '--json', ...words])
    const { ok, checks } = jsonOf(ended) as { ok: unknown; checks: Check[] }
    return { code: ended.code, ok, checks: new Map(checks.map((check) => [check.id, check])) }
  }

  const makeStore = (): Promise<void> => addStaff(home.path('data'))

  it('finds a training terminal ready before its first start, and makes nothing', async () => {
    const { code, ok, checks } = await examine()
    expect({ code, ok }).toEqual({ code: 0, ok: true })
    expect([...checks.values()].filter(({ state }) => state === 'failed')).toEqual([])
    expect(checks.get('card-reader')).toMatchObject({ state: 'ok', seen: 'virtual (training)' })
    expect(existsSync(home.path('data'))).toBe(false)
  })

  it.each(['certificates', 'signature-certificates'])('names every generation of authorities (%s), and asks nothing about one that has ended', async (id) => {
    const { checks } = await examine()
    expect(checks.get(id)).toMatchObject({ state: 'ok', seen: expect.stringMatching(/^2 trust anchors; .*(\nanchor until [-0-9]+; CRL file crl-.*){2}\nanchor ended on [-0-9]+$/) as unknown })
  })

  it("looks at the lists that the terminal's own training issuer publishes, once it has published any", async () => {
    const lists = home.path('data', 'training', 'lists')
    mkdirSync(lists, { recursive: true })
    copyFileSync(home.path('out', 'training', 'pki', 'crl-user.der'), join(lists, 'crl-user.der'))
    expect((await examine()).checks.get('certificates')).toMatchObject({ state: 'ok' })
    writeFileSync(join(lists, 'crl-user.der'), 'no list')
    expect((await examine()).checks.get('certificates')).toMatchObject({ state: 'failed', seen: expect.stringContaining('crl-user.der') as unknown })
  })

  it('looks into a store that is there: whole, its key, its log', async () => {
    await makeStore()
    // SQLite lays its shared memory beside a WAL file that anybody reads.
    const kept = (): string[] => readdirSync(home.path('data')).filter((name) => !/-(?:wal|shm)$/.test(name))
    const before = kept()
    const { code, checks } = await examine()
    expect(code).toBe(0)
    expect(checks.get('database')).toMatchObject({ state: 'ok', seen: expect.stringMatching(/^whole, schema \d+, 0 unfinished requests$/) as unknown })
    expect(checks.get('key')?.seen).toMatch(/^key file, key [0-9a-f]{16}$/)
    expect(checks.get('audit')?.seen).toBe('unbroken, 2 entries, the seal of the last is right')
    expect(kept()).toEqual(before)
  })

  it('says that the kiosk is running, and does not call that a failure', async () => {
    await makeStore()
    const owner = takeOwnership(home.path('data', 'store.sqlite'))
    if (!owner.ok) throw new Error(owner.failure.code)
    try {
      const { code, checks } = await examine()
      expect(code).toBe(0)
      expect(checks.get('database')).toMatchObject({ state: 'ok', seen: expect.stringContaining('the kiosk is running') as unknown })
    } finally {
      owner.value.release()
    }
  })

  it.each([
    ['a database that is none', 'database', 'STORE-CORRUPT', () => writeFileSync(home.path('data', 'store.sqlite'), 'not a database'.repeat(500))],
    ['a lost key', 'key', 'STORE-KEY-MISSING', () => rmSync(home.path('data', 'terminal.key'))],
    ['a key open to others', 'key', 'STORE-KEY-MISSING', () => chmodSync(home.path('data', 'terminal.key'), 0o644)],
    ['another key', 'key', 'STORE-KEY-MISSING', () => writeFileSync(home.path('data', 'terminal.key'), '5e'.repeat(32))],
    ['a halt', 'halt', 'KIOSK-HALTED', () => writeFileSync(home.path('data', 'halted.json'), '{}')],
  ])('fails for %s, with a remedy', async (_what, id, code, break_) => {
    await makeStore()
    break_()
    const examined = await examine()
    expect(examined.code).toBe(1)
    expect(examined.checks.get(id)).toMatchObject({ state: 'failed', seen: expect.stringContaining(code) as unknown, remedy: expect.stringMatching(/\w/) as unknown })
  })

  it("fails for another terminal's store", async () => {
    await makeStore()
    writeFileSync(home.path('other.json'), JSON.stringify({ ...exampleConfiguration, terminal: { ...exampleConfiguration.terminal, number: 'B77' } }))
    const { checks } = await examine('--config', home.path('other.json'))
    expect(checks.get('database')).toMatchObject({ state: 'failed', seen: expect.stringContaining('belongs to terminal T01') as unknown })
  })

  it('asks for attention where the data folder is open to others', async () => {
    mkdirSync(home.path('data'), { mode: 0o700 })
    chmodSync(home.path('data'), 0o755)
    const { code, checks } = await examine()
    expect(code).toBe(0)
    expect(checks.get('data-folder')).toMatchObject({ state: 'attention', remedy: `chmod 700 ${home.path('data')}` })
  })

  it('fails for every part of a production terminal that is not there', async () => {
    const nowhere = { ...exampleConfiguration, devices: { ...exampleConfiguration.devices, documentPrinter: { driver: 'ipp', uri: 'ipp://127.0.0.1:9/ipp/print' } } }
    writeFileSync(home.path('bare.json'), JSON.stringify(nowhere))
    const { code, ok, checks } = await examine('--config', home.path('bare.json'))
    expect({ code, ok }).toEqual({ code: 1, ok: false })
    for (const id of ['registry', 'certificates', 'signing-key', 'seal', 'fees', 'card-reader', 'receipt-printer', 'document-printer']) {
      expect({ id, state: checks.get(id)?.state, remedy: checks.get(id)?.remedy }).toEqual({ id, state: 'failed', remedy: expect.stringMatching(/\w/) as unknown })
    }
  })

  it('reports what it can where the configuration is wrong', async () => {
    const { code, checks } = await examine('--config', home.path('nowhere.json'))
    expect(code).toBe(1)
    expect([...checks.keys()]).toEqual(['versions', 'clock', 'shell', 'configuration'])
    expect(checks.get('configuration')?.state).toBe('failed')
  })

  it('prints a table with its sum for people', async () => {
    const { code, stdout } = await home.madoguchi(['doctor'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ok +Card reader +virtual \(training\)$/m)
    expect(stdout).toMatch(/\n\nReady: \d+ ok, \d+ need attention, 0 failed\.\n$/)
  })

  it('prints the same table in Japanese, with nothing left in English', async () => {
    await makeStore()
    const { code, stdout } = await home.madoguchi(['--language', 'ja', 'doctor'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^正常 +カードリーダー +仮想の装置（研修用）$/m)
    expect(stdout).toMatch(/\n\n準備はできています（正常 \d+件、注意 \d+件、異常 0件）。\n$/)
    expect(stdout.split('\n').flatMap(englishIn)).toEqual([])
  })

  it('lays the columns of both languages under each other', async () => {
    for (const language of ['en', 'ja']) {
      const { stdout } = await home.madoguchi(['--language', language, 'doctor'])
      const [table = ''] = stdout.split('\n\n')
      const starts = table.split('\n').map((line) => columnsOf(/^(?: +|\S+ {2,}\S+(?: \S+)* {2,})/.exec(line)?.[0] ?? ''))
      expect(new Set(starts).size).toBe(1)
    }
  })

  it('tells a production terminal without its parts in Japanese, under the same names and states', async () => {
    writeFileSync(home.path('bare.json'), JSON.stringify(exampleConfiguration))
    const [japanese, english] = [await examine('--config', home.path('bare.json'), '--language', 'ja'), await examine('--config', home.path('bare.json'))]
    const named = ({ checks }: typeof english): unknown[] => [...checks.values()].map(({ id, state }) => ({ id, state }))
    expect(named(japanese)).toEqual(named(english))
    expect(japanese.checks.get('signing-key')).toMatchObject({ state: 'failed', seen: expect.stringMatching(/：ファイルまたはフォルダーがありません$/) as unknown })
    // What other parts of the program tell of a failure is theirs: the detail after a code, and why no certificate can be judged.
    const ownWords = ({ id, state, title, seen, remedy }: Check): string[] => {
      const told = id.endsWith('certificates') && state === 'failed' ? '' : seen.replace(/^([A-Z-]+): [^]*$/, '$1')
      return [title, ...told.split('\n'), remedy ?? '']
    }
    expect([...japanese.checks.values()].flatMap(ownWords).flatMap(englishIn)).toEqual([])
  })
})
