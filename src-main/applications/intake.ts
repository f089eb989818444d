import { randomBytes } from 'node:crypto'
import { emptyApplicationFacts, type ApplicationFacts, type ApplicationKind, type ChosenPhoto, type Language } from '../../src-preload/contract.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { Receipt } from '../printing/printers.ts'
import type { StoredApplication } from '../queue/applications/application-store.ts'
import { applicantInRecord, judgeApplication, type JudgedApplication, type JudgePorts } from './desk/judge.ts'
import type { ApplicationPorts } from './desk/ports.ts'
import { checkPhotoFile } from './photo/photo-file.ts'
import { expressGroundsFor, feeOf } from './rules/evaluate.ts'
import { formIdInScan } from './rules/form-id.ts'

/** What the rules say about a form before anything is saved. */
export type FormVerdict = 'good' | 'askMoved' | 'stale' | 'used'

/** What a resident's procedure does with an application; every step is on disk before it returns. */
export interface ResidentApplications {
  readonly kinds: readonly { readonly application: ApplicationKind; readonly fee: number }[]
  readonly collections: ApplicationPorts['place']['collections']
  expressGrounds(kind: ApplicationKind): ReturnType<typeof expressGroundsFor>
  /** A draft that the resident is at; it outlives a crash, for the staff. Failures: STORE-*. */
  begin(kind: ApplicationKind): Result<StoredApplication>
  /** A draft of the staff or of a list, or one that the issuer returned, taken over at the resident's screen. APPLICATION-STATE. */
  takeOver(applicationId: string): Result<StoredApplication>
  /** Failures: APPLICATION-STATE, STORE-*. */
  save(applicationId: string, change: (facts: ApplicationFacts) => ApplicationFacts): Result<ApplicationFacts>
  /** 23 digits in the text of a QR code; null: it is of something else. */
  scannedFormId(text: string): string | null
  /** By the municipality's own list and record where it knows the form; else the resident is asked. Failures: REGISTRY-UNAVAILABLE, STORE-*. */
  formVerdict(applicationId: string, formId: string): Promise<Result<FormVerdict>>
  /** Failures: PHOTO-*, STORE-*. */
  keepPhoto(applicationId: string, chosen: ChosenPhoto): Result<void>
  judge(applicationId: string): Promise<Result<JudgedApplication>>
  /** The end of the resident's part: a draft is received when every rule is kept. Else it is left to the staff, who say of a returned one whether what it came back for is mended. */
  submit(applicationId: string): Promise<Result<{ readonly application: StoredApplication; readonly next: 'received' | 'staff' }>>
  slip(applicationId: string, next: 'received' | 'staff', language: Language): Promise<Result<Receipt>>
  /** The resident gave up: nothing of a draft begun here is kept; anything else goes back to the staff. */
  giveUp(applicationId: string): Result<void>
}

const actor = 'resident'

/** The resident's side of the same records that the staff's desk works on. */
export function residentApplications(ports: JudgePorts & Pick<ApplicationPorts, 'slip'>): ResidentApplications {
  const { store, rules, place, forms, clock } = ports
  const here = (applicationId: string): Result<StoredApplication> => {
    const stored = store.get(applicationId)
    return stored.ok && !stored.value.atResident ? fail('APPLICATION-STATE', 'not at the resident') : stored
  }
  const facts = (applicationId: string): Result<ApplicationFacts> => {
    const personal = store.openPersonal(applicationId)
    return personal.ok ? ok(personal.value.facts) : personal
  }
  return {
    kinds: place.kinds.map((application) => ({ application, fee: feeOf({ facts: emptyApplicationFacts(application) }, rules) })),
    collections: place.collections,
    expressGrounds: (kind) => expressGroundsFor(kind, rules),
    begin: (kind) =>
      store.open({ applicationId: randomBytes(16).toString('hex'), origin: 'resident', batchId: null, facts: { ...emptyApplicationFacts(kind), collection: place.collections[0] ?? 'atDelivery', present: true } }, actor),
    takeOver(applicationId) {
      const stored = store.get(applicationId)
      return stored.ok ? store.change(stored.value, { kind: 'atResident' }, actor) : stored
    },
    save(applicationId, change) {
      const stored = here(applicationId)
      if (!stored.ok) return stored
      const present = facts(applicationId)
      if (!present.ok) return present
      const changed = change(present.value)
      const saved = store.change(stored.value, { kind: 'saveFacts', facts: changed }, actor)
      return saved.ok ? ok(changed) : saved
    },
    scannedFormId: (text) => formIdInScan(text, rules),
    async formVerdict(applicationId, formId) {
      const used = store.isFormUsed(formId, applicationId)
      if (!used.ok) return used
      if (used.value) return ok('used')
      const present = facts(applicationId)
      if (!present.ok) return present
      if (present.value.movedSinceForm === true) return ok('stale')
      const form = forms.find(formId)
      if (!form.ok) return form
      if (form.value === null) return ok(present.value.movedSinceForm === null ? 'askMoved' : 'good')
      const holder = await ports.directory.holder(form.value.residentId, clock.now())
      // Somebody who left the record, or whose record has a hole: the staff look.
      if (!holder.ok) return holder.failure.code === 'REGISTRY-UNAVAILABLE' ? holder : ok('askMoved')
      const { current, addressSince } = applicantInRecord(holder.value.resident)
      return ok(!current || (addressSince !== null && addressSince > form.value.issuedOn) ? 'stale' : 'good')
    },
    keepPhoto(applicationId, { jpeg, findings, source }) {
      const stored = here(applicationId)
      if (!stored.ok) return stored
      const file = checkPhotoFile(jpeg, rules)
      if (!file.ok) return file
      const kept = store.change(stored.value, { kind: 'savePhoto', photo: { ...file.value, source, findings, takenAt: clock.now().toISOString() } }, actor)
      return kept.ok ? ok() : kept
    },
    judge: (applicationId) => judgeApplication(ports, applicationId),
    async submit(applicationId) {
      const judged = await judgeApplication(ports, applicationId)
      if (!judged.ok) return judged
      const left = store.change(judged.value.application, { kind: 'leave', by: null }, actor)
      if (!left.ok) return left
      if (judged.value.evaluation.findings.length > 0 || left.value.state !== 'draft') return ok({ application: left.value, next: 'staff' })
      const received = store.change(left.value, { kind: 'receive' }, actor)
      return received.ok ? ok({ application: received.value, next: 'received' }) : received
    },
    async slip(applicationId, next, language) {
      const judged = await judgeApplication(ports, applicationId)
      return judged.ok ? ok(ports.slip(judged.value.application, { feeYen: judged.value.evaluation.feeYen, next, language })) : judged
    },
    giveUp(applicationId) {
      const stored = here(applicationId)
      if (!stored.ok) return stored
      const given = store.change(stored.value, stored.value.origin === 'resident' && stored.value.state === 'draft' ? { kind: 'discard' } : { kind: 'leave', by: 'resident' }, actor)
      return given.ok ? ok() : given
    },
  }
}
