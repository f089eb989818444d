import { createHash } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { IssuerTerminal } from '../../issuer/issuer-terminal.ts'
import { kitFiles, readRecordSigners, readTerminalKey } from '../card/profiles/kit-supplies.ts'
import { readAuthorities } from './authorities/kit-authorities.ts'
import { issuerFolders } from './issuer-folders.ts'
import { IssuerBooks } from './register/issuer-books.ts'
import { registerFile, writeDurably, type RegisterFile } from './register/register-file.ts'
import type { Register } from './register/register-schema.ts'
import { TrainingIssuerTerminal } from './training-issuer-terminal.ts'
import type { Pause } from './terminal/issuing-card.ts'

export interface TrainingIssuerOptions {
  readonly training: true
  /** The training kit, which is only read: several kiosks may share it. */
  readonly kit: string
  /** The kiosk's own; what issuing changes goes to `<dataFolder>/training`. */
  readonly dataFolder: string
  /** True: go on where the run before has stopped; cards have to be kept in `cardsFolder` as well then. False: as the kit was made. */
  readonly keep: boolean
  /** TrueType files for the pictures of name and address, one of Japanese among them. */
  readonly fonts: readonly string[]
  readonly clock: Clock
  /** How the terminal waits for a chip; for tests. */
  readonly pause?: Pause
}

export interface TrainingIssuer {
  readonly terminal: IssuerTerminal
  /** For `CardBox`: where it keeps what changes on cards; null where nothing is kept. */
  readonly cardsFolder: string | null
}

/**
 * The training issuer's terminal with books of its own, begun from the kit's. After this the lists that
 * `withTrainingLists` points at are there. With another kit than before, books, lists and cards begin anew.
 * Failure: CONFIG-INVALID when the kit is not whole or the folder can't be used.
 */
export async function openTrainingIssuer(options: TrainingIssuerOptions): Promise<Result<TrainingIssuer>> {
  if (!(options.training as unknown)) throw new Error('the training issuer exists in a training profile only')
  const { kit, dataFolder, keep, fonts, clock, pause } = options
  const pki = join(kit, 'pki')
  const folders = issuerFolders(dataFolder)
  try {
    const kitRegister = await registerFile(pki).read()
    await begin(pki, folders, keep, kitRegister)
    const authorities = await readAuthorities(pki, kitRegister.authorities)
    const books = await IssuerBooks.open({ folder: folders.home, listsFolder: folders.lists, authorities }, clock.now())
    const terminal = new TrainingIssuerTerminal({
      books,
      authorities,
      terminalKey: readTerminalKey(kit),
      signers: readRecordSigners(kit),
      fonts,
      clock,
      ...(pause === undefined ? {} : { pause }),
    })
    return ok({ terminal, cardsFolder: keep ? folders.cards : null })
  } catch (error) {
    return fail('CONFIG-INVALID', `training issuer: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Copies the kit's books, unless those that are there are to be gone on with, or nothing was issued since they were copied. */
async function begin(pki: string, folders: ReturnType<typeof issuerFolders>, keep: boolean, kitRegister: Register): Promise<void> {
  const identity = await kitIdentity(pki)
  const isBegun = (await textOf(folders.kitMark)) === identity
  if (isBegun && keep) return
  if (isBegun && (await holds(registerFile(folders.home), kitRegister))) return emptied(folders.cards)
  // The mark goes first: an interrupted beginning is begun again.
  for (const path of [folders.kitMark, folders.books, folders.lists]) await rm(path, { recursive: true, force: true })
  await emptied(folders.cards)
  await registerFile(folders.home).write(kitRegister)
  await writeDurably(folders.kitMark, identity, 0o600)
}

async function emptied(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** Books that can't be read hold nothing. */
async function holds(books: RegisterFile, register: Register): Promise<boolean> {
  try {
    return isDeepStrictEqual(await books.read(), register)
  } catch {
    return false
  }
}

/** Two kits made from one source differ in their keys. */
async function kitIdentity(pki: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [kitFiles.terminalKey, kitFiles.cards]) hash.update(await readFile(join(pki, file)))
  return hash.digest('hex')
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
