import { createPublicKey, randomBytes, type KeyObject } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { makePacket } from '../applications/desk/packet-desk.ts'
import type { PacketApplication, PacketHeader } from '../applications/packet/packet-format.ts'
import { readPacketKey } from '../applications/packet/packet-keys.ts'
import { openPacket, verifyPacket } from '../applications/packet/read-packet.ts'
import { operator } from '../audit/actors.ts'
import { systemClock } from '../clock.ts'
import { composeApplicationRules, composePacketPorts } from '../composition/applications.ts'
import { composeCardWorkRules } from '../composition/card-cases.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import { createSqliteResidentRegistry } from '../residents/drivers/sqlite/sqlite-resident-registry.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { readWhole } from './shell/files.ts'
import { withStore } from './shell/terminal-store.ts'

const largestKey = 64 * 1024

async function make(context: CommandContext, { id }: { readonly id?: string }): Promise<Result<Reply>> {
  const configuration = await context.configuration()
  if (!configuration.ok) return configuration
  const rules = composeApplicationRules(configuration.value)
  if (!rules.ok) return rules
  const cardWork = composeCardWorkRules(configuration.value)
  if (!cardWork.ok) return cardWork
  if (id !== undefined && !/^[0-9a-f]{32}$/.test(id)) return fail('MESSAGE-INVALID', '--id: 32 hex digits')
  const packetId = id ?? randomBytes(16).toString('hex')
  return withStore(configuration.value, async (store) => {
    const directory = createSqliteResidentRegistry({ ...configuration.value.residents, linksFile: null })
    try {
      const ports = composePacketPorts(configuration.value, rules.value, { store: store.applications, directory, documents: cardWork.value.documents, clock: systemClock })
      const made = await makePacket(ports, packetId, operator)
      if (!made.ok) return made
      const { file, sha256, applications } = made.value
      return ok({ json: { packetId, file, sha256, applications }, text: `Packet ${packetId}: ${applications} applications\n  File     ${file}\n  SHA-256  ${sha256}` })
    } finally {
      directory.close()
    }
  })
}

/** The municipality's key: as named, or the public half of the configuration's. */
async function signerKey(context: CommandContext, named: string | undefined): Promise<Result<KeyObject>> {
  if (named !== undefined) {
    const pem = await readWhole(named, largestKey, context.streams.stdin)
    return pem.ok ? readPacketKey(pem.value, 'ed25519', 'public') : pem
  }
  const configuration = await context.configuration()
  if (!configuration.ok) return configuration
  const pem = await readWhole(configuration.value.signing.keyFile, largestKey, context.streams.stdin)
  if (!pem.ok) return pem
  const key = readPacketKey(pem.value, 'ed25519', 'private')
  return key.ok ? ok(createPublicKey(key.value)) : key
}

const headText = ({ packetId, terminal, municipality, madeAt, applications, signerKeyId }: PacketHeader): string =>
  [`Packet ${packetId}: ${applications} applications, signed by key ${signerKeyId}`, `  From     terminal ${terminal} of municipality ${municipality}, ${madeAt}`].join('\n')

async function verify(context: CommandContext, file: string, { signer: named }: { readonly signer?: string }): Promise<Result<Reply>> {
  const signer = await signerKey(context, named)
  if (!signer.ok) return signer
  const verified = await verifyPacket(file, signer.value)
  if (!verified.ok) return verified
  const { header, sha256 } = verified.value
  return ok({ json: { header, sha256 }, text: `Verified: the file is, byte for byte, what was signed.\n${headText(header)}\n  SHA-256  ${sha256}` })
}

interface OpenOptions {
  readonly key: string
  readonly signer?: string
  readonly out: string
}

/** One application as files of its own; false when the same ones are there already. */
async function putApplication(folder: string, application: PacketApplication): Promise<boolean> {
  const { photo, ...facts } = application
  const name = join(folder, `${application.applicationId}-${application.edition}`)
  const json = `${JSON.stringify({ ...facts, photo: photo === null ? null : { ...photo, jpeg: `${application.applicationId}-${application.edition}.jpg` } }, null, 2)}\n`
  const known = await readFile(`${name}.json`, 'utf8').catch(() => null)
  if (known === json) return false
  if (photo !== null) await writeFile(`${name}.jpg`, Buffer.from(photo.jpeg, 'base64'), { mode: 0o600 })
  // Last: what stands there as JSON is there whole.
  await writeFile(`${name}.json`, json, { mode: 0o600 })
  return true
}

async function open(context: CommandContext, file: string, { key, signer: named, out }: OpenOptions): Promise<Result<Reply>> {
  const signer = await signerKey(context, named)
  if (!signer.ok) return signer
  const pem = await readWhole(key, largestKey, context.streams.stdin)
  if (!pem.ok) return pem
  const recipient = readPacketKey(pem.value, 'x25519', 'private')
  if (!recipient.ok) return recipient
  let [fresh, known] = [0, 0]
  const opened = await openPacket(file, { signer: signer.value, recipient: recipient.value }, async (application) => {
    try {
      await mkdir(out, { recursive: true, mode: 0o700 })
      if (await putApplication(out, application)) fresh += 1
      else known += 1
      return ok()
    } catch (error) {
      return fail('PACKET-FOLDER', error instanceof Error && 'code' in error ? String(error.code) : out)
    }
  })
  if (!opened.ok) return opened
  const { header } = opened.value
  return ok({ json: { header, new: fresh, known, folder: out }, text: `${headText(header)}\n  Opened   ${fresh} new, ${known} that were there already, into ${out}` })
}

/** `packet make|verify|open`: applications on their way to the issuer (applications/packet/packet-format.ts). */
export function addPacket(program: Command, context: CommandContext): void {
  const packet = program.command('packet').description('Make, check and open the signed, encrypted files by which applications for cards go to the issuer')
  withExamples(packet, 'packet make', 'packet verify 20261121-T01-0123456789ab.mdgp')
  const making = packet
    .command('make')
    .description('Put all applications that wait into one file, while the kiosk does not run')
    .option('--id <id>', 'go on with this packet (32 hex digits) after a crash; default: a new one')
    .action((options: { id?: string }) => context.answer(make(context, options)))
  withExamples(making, 'packet make', 'packet make --json')
  const verifying = packet
    .command('verify')
    .description('Check who signed a packet and that it is whole; needs no key that opens it')
    .argument('<file>', 'the packet')
    .option('--signer <file>', "the municipality's public key (PEM, Ed25519); default: the configuration's")
    .action((file: string, options: { signer?: string }) => context.answer(verify(context, file, options)))
  withExamples(verifying, 'packet verify 20261121-T01-0123456789ab.mdgp')
  const opening = packet
    .command('open')
    .description('Check a packet and write each application and photo into a folder; opened twice, nothing is there twice')
    .argument('<file>', 'the packet')
    .requiredOption('--key <file>', "the issuer's private key (PEM, X25519)")
    .requiredOption('--out <folder>', 'where to write them')
    .option('--signer <file>', "the municipality's public key (PEM, Ed25519); default: the configuration's")
    .action((file: string, options: OpenOptions) => context.answer(open(context, file, options)))
  withExamples(opening, 'packet open 20261121-T01-0123456789ab.mdgp --key issuer.key.pem --out applications')
}
