import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pictureFont } from '../../../../build/training-kit/pictures/card-pictures.ts'
import type { IssuerOrder } from '../../../../src-main/issuer/issuer-terminal.ts'
import { parseRevocationList, type RevocationList } from '../../../../src-main/pki/revocation/revocation-list.ts'
import { CardBox } from '../../../../src-main/training/card/card-box.ts'
import { openTrainingIssuer } from '../../../../src-main/training/issuer/open-training-issuer.ts'
import { withTrainingLists } from '../../../../src-main/training/training-lists.ts'
import { codeOf, pin } from '../../../fixtures/card/observed-card.ts'
import { value } from '../../../fixtures/pcscd/reader-states.ts'
import { channelTo, clientOf, configuredFor, IssuerBench } from '../../../fixtures/training/issuer-bench.ts'

let bench: IssuerBench
beforeEach(async () => {
  bench = await IssuerBench.open()
})
afterEach(() => bench.dispose())

const returned = (orderId: string): IssuerOrder => ({ orderId, kind: 'returnCard' })
const lists = (): string => join(bench.dataFolder, 'training', 'lists')
const list = (file: string): RevocationList => {
  const parsed = parseRevocationList(readFileSync(file))
  if (!parsed.ok) throw new Error(parsed.why)
  return parsed.value
}
const crlUser = (): string => join(lists(), 'crl-user.der')
const verdict = async (profile: string): Promise<string> => (await bench.check('userAuthentication', value(await (await clientOf(bench.card(profile))).readCertificate('userAuthentication')))).status

describe('revocation lists', () => {
  it('say before anything is issued what the kit says', async () => {
    expect(await Promise.all(['adult', 'revoked', 'suspended', 'superseded', 'second-generation', 'untrusted'].map(verdict))).toEqual(['good', 'revoked', 'revoked', 'revoked', 'good', 'untrusted'])
    expect(readdirSync(join(lists(), 'crl')).length).toBe(readdirSync(join(bench.kit, 'pki', 'crl')).length)
  })

  it('are written anew with the next number, for the municipality as for all, and the kit stays as it was', async () => {
    const before = readFileSync(join(bench.kit, 'pki', 'crl-user.der'))
    value(await bench.perform(returned('one'), bench.card('adult')))
    const [complete, municipal] = [list(crlUser()), list(join(lists(), 'crl', 'user-99999.crl'))]
    expect([complete.crlNumber, municipal.crlNumber]).toEqual([2n, 2n])
    expect(complete.thisUpdate.getTime()).toBe(Math.floor(bench.clock.now().getTime() / 1000) * 1000)
    expect(readFileSync(join(bench.kit, 'pki', 'crl-user.der')).equals(before)).toBe(true)
    expect(readdirSync(lists(), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.new'))).toEqual([])
  })

  it('lost or spoilt before they were on the disk are published at the next start', async () => {
    value(await bench.perform(returned('one'), bench.card('adult')))
    const municipal = join(lists(), 'crl', 'sign-99999.crl')
    rmSync(crlUser())
    writeFileSync(municipal, '')
    await bench.restart()
    expect(await verdict('adult')).toBe('revoked')
    expect([list(crlUser()).crlNumber, list(municipal).crlNumber]).toEqual([2n, 2n])
  })

  it.each(['', '\0'.repeat(120), '{"crlNumber":1}', null])('are published at the next start when the note of what was published is %j', async (content) => {
    const note = join(lists(), 'published.json')
    const before = JSON.parse(readFileSync(note, 'utf8')) as unknown
    if (content === null) rmSync(note)
    else writeFileSync(note, content)
    await bench.restart()
    expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ crlNumber: 1 })
    expect(Object.keys(before ?? {}).toSorted()).toEqual(['at', 'crlNumber', 'digest'])
    expect(list(crlUser()).crlNumber).toBe(1n)
  })

  it('that could not be published leave the order uncertain, and the repeat publishes them', async () => {
    const card = bench.card('adult')
    const saved = `${lists()}-aside`
    cpSync(lists(), saved, { recursive: true })
    rmSync(lists(), { recursive: true })
    writeFileSync(lists(), 'a file where the folder should be')
    expect(codeOf(await bench.perform(returned('one'), card))).toBe('ISSUER-UNCERTAIN')
    rmSync(lists())
    mkdirSync(lists())
    expect(value(await bench.perform(returned('one'), card)).revoked).toHaveLength(2)
    expect(await verdict('adult')).toBe('revoked')
  })

  it('are renewed by a start after a week, with the next number', async () => {
    bench.clock.advance(8 * 86_400_000)
    await bench.restart()
    expect(list(crlUser())).toMatchObject({ crlNumber: 2n, thisUpdate: new Date(Math.floor(bench.clock.now().getTime() / 1000) * 1000) })
    await bench.restart()
    expect(list(crlUser()).crlNumber).toBe(2n)
  })
})

describe('books of a kiosk', () => {
  it('are its own: another kiosk with the same kit knows nothing of them', async () => {
    const other = await IssuerBench.open()
    value(await bench.perform(returned('one'), bench.card('adult')))
    expect(value(await other.perform({ orderId: 'one', kind: 'resetPins', pins: { inputSupport: pin('9174') } }, other.card('adult'))).revoked).toEqual([])
    other.dispose()
  })

  it('outlive a restart where they are kept, and begin anew where not', async () => {
    const receipt = value(await bench.perform(returned('one'), bench.card('adult')))
    await bench.restart()
    expect(value(await bench.perform(returned('one')))).toEqual(receipt)
    expect(await verdict('adult')).toBe('revoked')
    await bench.restart(false)
    expect(await verdict('adult')).toBe('good')
    expect(codeOf(await bench.perform(returned('one')))).toBe('ISSUER-REFUSED')
  })

  it('are left as they are by a start that keeps nothing when nothing was issued since, but for the cards', async () => {
    await bench.restart(false)
    const published = readFileSync(crlUser())
    writeFileSync(join(bench.dataFolder, 'training', 'cards', 'adult.json'), '{}')
    bench.clock.advance(1000)
    await bench.restart(false)
    expect(readFileSync(crlUser())).toEqual(published)
    expect(readdirSync(join(bench.dataFolder, 'training', 'cards'))).toEqual([])
  })

  it('begin anew with another kit, and its cards with them', async () => {
    value(await bench.perform(returned('one'), bench.card('adult')))
    writeFileSync(join(bench.dataFolder, 'training', 'cards', 'adult.json'), '{}')
    writeFileSync(join(bench.dataFolder, 'training', 'kit.sha256'), 'of another')
    await bench.restart()
    expect(await verdict('adult')).toBe('good')
    expect(readdirSync(join(bench.dataFolder, 'training', 'cards'))).toEqual([])
  })

  it('are for their owner alone, and hold neither secrets nor names', async () => {
    value(await bench.perform({ orderId: 'one', kind: 'resetPins', pins: { userAuthentication: pin('8263') } }, bench.card('adult')))
    const file = join(bench.dataFolder, 'training', 'issuer', 'register.json')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
    expect(readFileSync(file, 'utf8')).not.toMatch(/"8263"|見本|架空/)
  })

  it('that can\'t be written leave the card as it was', async () => {
    const folder = join(bench.dataFolder, 'training', 'issuer')
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder should be')
    const card = bench.card('pin-blocked')
    expect(codeOf(await bench.perform({ orderId: 'one', kind: 'resetPins', pins: { userAuthentication: pin('8263') } }, card))).toBe('ISSUER-UNREACHABLE')
    expect(value(await (await clientOf(card)).pinTries('userAuthentication')).left).toBe(0)
  })

  it('answer a repeat of a finished order without the card, and no other order by its number', async () => {
    const receipt = value(await bench.perform(returned('one'), bench.card('adult')))
    expect(value(await bench.perform(returned('one')))).toEqual(receipt)
    expect(codeOf(await bench.perform({ orderId: 'one', kind: 'release' }, bench.card('suspended')))).toBe('ISSUER-REFUSED')
    expect(codeOf(await bench.perform(returned('__proto__')))).toBe('ISSUER-REFUSED')
  })

  it('take one order after the other, however they come', async () => {
    const profiles = ['adult', 'mixed', 'gaiji']
    const receipts = await Promise.all(profiles.map((profile) => bench.perform(returned(profile), bench.card(profile))))
    expect(receipts.every(({ ok }) => ok)).toBe(true)
    expect(list(crlUser()).crlNumber).toBe(4n)
    expect(await Promise.all(profiles.map(verdict))).toEqual(['revoked', 'revoked', 'revoked'])
  })
})

describe('opening the training issuer', () => {
  const opening = (kit: string, dataFolder = bench.dataFolder) => openTrainingIssuer({ training: true, kit, dataFolder, keep: true, fonts: [pictureFont], clock: bench.clock })

  it('is a bug outside training', async () => {
    const pass = JSON.parse('false') as true
    await expect(openTrainingIssuer({ training: pass, kit: bench.kit, dataFolder: bench.dataFolder, keep: true, fonts: [], clock: bench.clock })).rejects.toThrow('training profile')
  })

  it('is refused with a reason without a kit, and without a folder to write to', async () => {
    expect(codeOf(await opening('/nowhere'))).toBe('CONFIG-INVALID')
    const file = join(bench.dataFolder, 'file')
    writeFileSync(file, '')
    expect(codeOf(await opening(bench.kit, file))).toBe('CONFIG-INVALID')
  })

  it('needs no write access to the kit', async () => {
    const home = mkdtempSync(join(tmpdir(), 'madoguchi-kit-'))
    cpSync(join(bench.kit, 'pki'), join(home, 'pki'), { recursive: true })
    const files = () => readdirSync(home, { recursive: true, encoding: 'utf8' }).map((file) => `${file} ${statSync(join(home, file)).mtimeMs}`)
    const before = files()
    chmodSync(join(home, 'pki'), 0o555)
    const { terminal } = value(await opening(home))
    value(await terminal.perform(returned('one'), channelTo(bench.card('adult'))))
    expect(files()).toEqual(before)
    chmodSync(join(home, 'pki'), 0o755)
    rmSync(home, { recursive: true })
  })

  it('turns a training configuration to the lists that it publishes, and no other configuration', () => {
    const configuration = configuredFor(bench.kit, bench.dataFolder)
    const crls = (of: typeof configuration): readonly string[] => of.certificateStatus.sources.flatMap((source) => (source.driver === 'crl-file' ? source.crls : []))
    const own = crls(withTrainingLists(configuration, bench.kit))
    expect(own.length).toBe(4)
    for (const file of own) expect([file.startsWith(lists()), existsSync(file)]).toEqual([true, true])
    const elsewhere = { ...configuration, dataFolder: '/nowhere' }
    expect(withTrainingLists(elsewhere, bench.kit)).toEqual(elsewhere)
    const production = { ...configuration, profile: { ...configuration.profile, training: false } }
    expect(withTrainingLists(production, bench.kit)).toBe(production)
    const others = withTrainingLists(configuration, '/other/kit')
    expect(crls(others)).toEqual(crls(configuration))
  })
})

describe('the box of cards', () => {
  it('with a folder gives the same cards after a restart, with what the issuer did to them', async () => {
    const { cardsFolder } = bench.issuer
    const card = value(new CardBox(bench.kit, cardsFolder).card('pin-blocked'))
    value(await bench.perform({ orderId: 'one', kind: 'resetPins', pins: { userAuthentication: pin('8263') } }, card))
    await bench.restart()
    const again = value(new CardBox(bench.kit, bench.issuer.cardsFolder).card('pin-blocked'))
    expect(codeOf(await (await clientOf(again)).verifyPin('userAuthentication', pin('8263')))).toBe('ok')
    await bench.restart(false)
    expect(bench.issuer.cardsFolder).toBeNull()
  })

  it('says of a memory that is none which file it is', () => {
    writeFileSync(join(bench.issuer.cardsFolder ?? '', 'adult.json'), '{"secrets":')
    expect(codeOf(new CardBox(bench.kit, bench.issuer.cardsFolder).card('adult'))).toBe('CONFIG-INVALID')
    expect(codeOf(new CardBox(bench.kit, bench.issuer.cardsFolder).card('../adult'))).toBe('CONFIG-INVALID')
  })
})
