import type { ApplicationBatch, ApplicationDetail, ApplicationRow, PacketRow } from '../../../src-preload/contract.ts'
import type { StoredCase } from '../../queue/cases/card-case-store.ts'
import type { ApplicationHistoryEntry, StoredApplication, StoredBatch, StoredPacket } from '../../queue/applications/application-store.ts'
import { changesFrom } from '../../queue/applications/application-transitions.ts'
import { formatIsoLike, parseCivilDate } from '../../residents/dates/civil-date.ts'
import type { PrintedApplicant } from '../papers/application-form.ts'
import type { JudgedApplication } from './judge.ts'
import type { ApplicationPorts } from './ports.ts'

/** The card case that belongs to the delivery; null: none was opened. */
export type PinCase = Pick<StoredCase, 'caseId' | 'number' | 'state'> | null

export function applicationRow({ applicationId, number, day, kind, state, origin, collection, express, batchId, photo, transfer, leftBy, atResident }: StoredApplication, pinCase: PinCase): ApplicationRow {
  return { applicationId, number, day, kind, state, origin, collection, express, batchId, photo, transfer, leftBy, atResident, pinSetting: pinCase?.state ?? null }
}

export function packetRow({ packetId, madeAt, applications, sha256, file, handedOver }: StoredPacket): PacketRow {
  return { packetId, madeAt: madeAt.toISOString(), applications, sha256, file, state: handedOver ? 'handedOver' : sha256 === null ? 'writing' : 'made' }
}

const ended: ReadonlySet<string> = new Set(['refused', 'withdrawn'])

export function batchView({ batchId, kind, name, place, heldOn, closed }: StoredBatch, members: readonly StoredApplication[]): ApplicationBatch {
  const [over, alive] = [members.filter(({ state }) => ended.has(state)), members.filter(({ state }) => !ended.has(state))]
  return {
    batchId,
    kind,
    name,
    place,
    heldOn,
    state: closed ? 'closed' : 'open',
    counts: { people: members.length, photos: members.filter(({ photo }) => photo !== 'none').length, received: alive.filter(({ state }) => state !== 'draft').length, ended: over.length },
  }
}

/** Who applies: the record where it is linked, else what was written. */
export function printedApplicant({ holder, personal: { facts } }: Pick<JudgedApplication, 'holder' | 'personal'>): PrintedApplicant {
  const birthDate = facts.birthDate === null ? null : parseCivilDate(facts.birthDate)
  if (holder === null) {
    const { name = '', kana = null, address = null } = facts.applicant ?? {}
    return { name, kana: kana ?? '', address: address ?? '', birthDate, sex: null, formerSurname: null }
  }
  const { resident, address } = holder
  return { name: resident.name.text, kana: resident.name.kana ?? '', address, birthDate: resident.birthDate, sex: resident.sex, formerSurname: resident.formerSurname?.text ?? null }
}

export function applicationDetail({ application, personal, holder, evaluation }: JudgedApplication, history: readonly ApplicationHistoryEntry[], pinCase: PinCase, { rules, documents, deliveries }: Pick<ApplicationPorts, 'rules' | 'documents' | 'deliveries'>): ApplicationDetail {
  const { photo, facts, delivery } = personal
  const { findings, ages, feeYen, cardValidUntil, expressUntil, ask } = evaluation
  const changes = changesFrom(application.state)
  return {
    row: applicationRow(application, pinCase),
    version: application.version,
    subject:
      holder === null
        ? null
        : {
            name: holder.resident.name.text,
            kana: holder.resident.name.kana,
            birthDate: formatIsoLike(holder.resident.birthDate),
            address: holder.protected ? null : holder.address,
            under1: ages?.under1 ?? false,
            under15: ages?.under15 ?? false,
            foreign: holder.resident.foreign !== null,
          },
    facts,
    photo:
      photo === null
        ? null
        : {
            takenAt: photo.takenAt,
            source: photo.source,
            findings: [...photo.findings],
            width: photo.width,
            height: photo.height,
            bytes: Buffer.byteLength(photo.jpeg, 'base64'),
            ask: [...ask],
            confirmedBy: photo.confirmedBy,
            exception: photo.exception,
          },
    findings: [...findings],
    feeYen,
    cardValidUntil,
    expressUntil,
    required: [...rules.collections[facts.collection].identity],
    papers: ['form', ...(photo === null ? [] : (['photoSheet'] as const)), ...(rules.collections[facts.collection].pinForm ? (['pinForm'] as const) : []), 'slip'],
    choices: { documents: documents.map(({ id, class: classOf, ja, en }) => ({ id, class: classOf, ja, en })) },
    can: (
      [
        ['edit', changes.has('saveFacts')],
        ['receive', changes.has('receive') && findings.length === 0 && !application.atResident],
        ['shipped', changes.has('shipped')],
        ['prepared', changes.has('prepared')],
        ['notified', changes.has('notified')],
        ['setPins', application.state === 'notified' && personal.residentId !== null && deliveries.offered && pinCase?.state !== 'done'],
        ['deliver', changes.has('deliver') && (application.state !== 'shipped' || application.express)],
        ['return', changes.has('return')],
        ['correct', changes.has('correct') && findings.length === 0 && !application.atResident],
        ['refuse', changes.has('refuse')],
        ['withdraw', changes.has('withdraw')],
      ] as const
    ).flatMap(([what, may]) => (may ? [what] : [])),
    pinCase: pinCase === null ? null : { caseId: pinCase.caseId, number: pinCase.number },
    delivery,
    history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
  }
}
