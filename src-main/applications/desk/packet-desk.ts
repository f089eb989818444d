import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { dayInJapan } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { StoredApplication } from '../../queue/applications/application-store.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import type { PacketApplication } from '../packet/packet-format.ts'
import { writePacket } from '../packet/write-packet.ts'
import { judgeApplication, type JudgePorts } from './judge.ts'
import type { ApplicationPorts } from './ports.ts'
import { printedApplicant } from './views.ts'

/** What a packet is made of. */
export type PacketPorts = JudgePorts & Pick<ApplicationPorts, 'packets'>

/** day-terminal-id.mdgp: sorts by day, and no other packet has the same. */
const fileName = (day: string, terminal: string, packetId: string): string => `${day.replaceAll('-', '')}-${terminal}-${packetId.slice(0, 12)}.mdgp`

/**
 * Puts all that wait into one file. Which applications are in it is decided in one transaction before a byte is written;
 * after a crash, the same id writes the same applications again. Failures: PACKET-NOT-CONFIGURED, PACKET-FOLDER,
 * APPLICATION-STATE (nothing waits, or the packet was handed over), STORE-*.
 */
export async function makePacket(ports: PacketPorts, packetId: string, actor: string): Promise<Result<{ readonly file: string; readonly sha256: string; readonly applications: number }>> {
  if (ports.packets === null) return fail('PACKET-NOT-CONFIGURED')
  const { folder, recipient, signer } = ports.packets
  const now = ports.clock.now()
  const begun = ports.store.beginPacket(packetId, fileName(dayInJapan(now), ports.place.terminalNumber, packetId), actor)
  if (!begun.ok) return begun
  const packet = begun.value
  const file = join(folder, packet.file)
  if (packet.handedOver) return fail('APPLICATION-STATE', 'this packet was handed over')
  const members = ports.store.inPacket(packetId)
  if (!members.ok) return members
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    return fail('PACKET-FOLDER', error instanceof Error && 'code' in error ? String(error.code) : 'no folder')
  }
  const written = await writePacket({
    file,
    header: { packetId, terminal: ports.place.terminalNumber, municipality: ports.place.municipalityCode, madeAt: packet.madeAt.toISOString(), applications: members.value.length },
    applications: opened(ports, members.value),
    recipient,
    signer,
  })
  if (!written.ok) return written
  const noted = ports.store.packetMade(packetId, written.value, actor)
  return noted.ok ? ok({ file, sha256: written.value, applications: members.value.length }) : noted
}

async function* opened(ports: PacketPorts, members: readonly StoredApplication[]): AsyncGenerator<Result<PacketApplication>> {
  for (const { applicationId } of members) yield await packetApplication(ports, applicationId)
}

async function packetApplication(ports: PacketPorts, applicationId: string): Promise<Result<PacketApplication>> {
  const judged = await judgeApplication(ports, applicationId)
  if (!judged.ok) return judged
  const history = ports.store.history(applicationId)
  if (!history.ok) return history
  const { application, personal } = judged.value
  const { photo } = personal
  const { name, kana, address, birthDate, sex } = printedApplicant(judged.value)
  return ok({
    applicationId: application.rowId,
    edition: 1 + history.value.filter(({ change }) => change === 'correct').length,
    number: application.number,
    day: application.day,
    receivedOn: history.value.find(({ change }) => change === 'receive')?.on ?? application.day,
    facts: personal.facts,
    applicant: { name, kana, address, birthDate: birthDate === null ? null : formatIsoLike(birthDate), sex },
    photo:
      photo === null
        ? null
        : {
            jpeg: photo.jpeg,
            sha256: digestOf(photo.jpeg),
            width: photo.width,
            height: photo.height,
            source: photo.source,
            exception: photo.exception,
          },
  })
}

function digestOf(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  try {
    return createHash('sha256').update(bytes).digest('hex')
  } finally {
    bytes.fill(0)
  }
}
