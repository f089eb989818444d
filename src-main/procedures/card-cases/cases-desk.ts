import { randomBytes } from 'node:crypto'
import type { CardCaseDetail, CardCaseEvent, CardCasesView, CardFace, CardLook, CasePaper, Preview, ResidentHits } from '../../../src-preload/contract.ts'
import { noFacts } from '../../../src-preload/contract.ts'
import { dayInJapan } from '../../clock.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { CardCaseChange, StoredCase } from '../../queue/cases/card-case-store.ts'
import { isUnderWay } from '../../queue/cases/case-transitions.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import type { HolderRecord } from '../../residents/resident-directory.ts'
import { confirmBySecondPerson } from '../../staff/second-person.ts'
import type { StaffAccount } from '../../staff/staff-accounts.ts'
import { CardWorkRunner } from './card-work-runner.ts'
import type { CardWork, TypedFace } from './card-work-task.ts'
import { CardDeliveries } from './card-deliveries.ts'
import { judgeCase, type JudgedCase } from './case-judge.ts'
import { caseDetail, caseRow } from './case-views.ts'
import type { CardCasePorts, LookedAtCard, RenderedPaper } from './ports.ts'
import { addDays } from './rules/calendar.ts'
import { SubjectTokens } from './subject-tokens.ts'

type OnCase = Exclude<CardCaseEvent, { readonly type: 'cardCaseOpen' }>

/** The clerk's side of card cases. Every action names its actor; what the page says of itself counts for nothing. */
export class CardCasesDesk {
  readonly #ports: CardCasePorts
  readonly #runner: CardWorkRunner
  readonly #deliveries: CardDeliveries
  readonly #subjects = new SubjectTokens()
  /** 照合番号B as typed, by case; never stored. */
  readonly #faces = new Map<string, TypedFace>()

  constructor(ports: CardCasePorts) {
    this.#ports = ports
    this.#runner = new CardWorkRunner(ports)
    this.#deliveries = new CardDeliveries(ports)
  }

  /** What the resident's procedure works with. */
  get work(): CardWork {
    return this.#runner
  }

  subscribe(listener: () => void): () => void {
    const stop = [this.#ports.store.subscribe(listener), this.#runner.subscribe(listener)]
    return () => {
      for (const each of stop) each()
    }
  }

  /** `open`: somebody is signed in and may see cases. */
  view(open: boolean): CardCasesView {
    const listed = open ? this.#ports.store.list() : ok([])
    const today = dayInJapan(this.#ports.clock.now())
    return {
      kinds: open ? this.#ports.place.kinds.filter((kind) => kind !== 'cardDelivery') : [],
      cases: listed.ok ? listed.value.map((stored) => caseRow(stored, today)) : [],
      atCard: open ? (this.#runner.task()?.caseId ?? null) : null,
    }
  }

  /** What of a new card is settled here, case by case: the way of the applications' desk to it. */
  get deliveries(): CardDeliveries {
    return this.#deliveries
  }

  /** Whom a clerk was shown under this token; null for any other. */
  residentOf(subject: string, actor: string): string | null {
    return this.#subjects.take(subject, actor)?.residentId ?? null
  }

  /** Who was looked up is forgotten with the sign-in. */
  signedOut(): void {
    this.#subjects.forget()
    this.#faces.clear()
  }

  async search(text: string, birthDate: string, { accountId }: StaffAccount): Promise<Result<ResidentHits>> {
    const found = await this.#ports.directory.search(text, birthDate)
    const recorded = this.#ports.audit.record({
      type: 'resident-searched',
      actor: accountId,
      hits: found.ok ? found.value.hits.length : null,
      code: found.ok ? null : found.failure.code,
    })
    if (!found.ok) return found
    if (!recorded.ok) return recorded
    const hits = found.value.hits.map(({ residentId, ...hit }) => ({ ...hit, subject: this.#subjects.issue({ residentId, card: null, face: null }, accountId) }))
    return ok({ hits, more: found.value.more })
  }

  async look(face: CardFace | null, { accountId }: StaffAccount): Promise<Result<CardLook>> {
    const looked = await this.#ports.lookAtCard(face)
    const holder = looked.ok ? await this.#holderOf(looked.value) : looked
    const recorded = this.#ports.audit.record({
      type: 'card-looked-at',
      actor: accountId,
      by: face === null ? 'certificate' : 'face',
      outcome: holder.ok ? 'success' : 'failure',
      code: holder.ok ? null : holder.failure.code,
    })
    if (!looked.ok) return looked
    if (!holder.ok) return holder
    if (!recorded.ok) return recorded
    const { resident, address } = holder.value
    const subject = this.#subjects.issue({ residentId: resident.residentId, card: looked.value.seen, face }, accountId)
    const hit = { subject, name: resident.name.text, kana: resident.name.kana, birthDate: formatIsoLike(resident.birthDate), address: holder.value.protected ? null : address }
    return ok({ hit, card: looked.value.seen })
  }

  /** Opening a case is itself audited. */
  async detail(caseId: string, account: StaffAccount): Promise<Result<CardCaseDetail>> {
    const judged = await this.#judged(caseId)
    if (!judged.ok) return judged
    if (!this.#may(judged.value.case, account)) return fail('STAFF-NOT-ALLOWED')
    const history = this.#ports.store.history(caseId)
    if (!history.ok) return history
    const recorded = this.#ports.audit.record({ type: 'card-case-viewed', actor: account.accountId, caseId, what: 'detail' })
    if (!recorded.ok) return recorded
    return ok(caseDetail(judged.value, history.value, this.#ports.rules, dayInJapan(this.#ports.clock.now())))
  }

  async paper(caseId: string, paper: CasePaper, account: StaffAccount): Promise<Result<Preview>> {
    const rendered = await this.#render(caseId, paper, account)
    if (!rendered.ok) return rendered
    const recorded = this.#ports.audit.record({ type: 'card-case-viewed', actor: account.accountId, caseId, what: paper })
    return recorded.ok ? ok({ pdfBase64: Buffer.from(rendered.value.pdf).toString('base64'), sheets: rendered.value.sheets }) : recorded
  }

  async dispatch(event: CardCaseEvent, account: StaffAccount): Promise<Result<void>> {
    if (event.type === 'cardCaseOpen') return this.#open(event, account)
    const stored = this.#ports.store.get(event.caseId)
    if (!stored.ok) return stored
    return this.#may(stored.value, account) ? this.#onCase(event, stored.value, account) : fail('STAFF-NOT-ALLOWED')
  }

  #open({ caseId, subject, kind }: Extract<CardCaseEvent, { type: 'cardCaseOpen' }>, { accountId, role }: StaffAccount): Result<void> {
    if (!this.#ports.rules.kinds[kind].roles.includes(role)) return fail('STAFF-NOT-ALLOWED')
    if (!this.#ports.place.kinds.includes(kind)) return fail('CASE-NOT-COMMISSIONED')
    if (kind === 'cardDelivery') return fail('CASE-RULE', 'a card is delivered from its application')
    const found = this.#subjects.take(subject, accountId)
    if (found === null) return fail('RESIDENT-NOT-FOUND', 'look the resident up again')
    const opened = this.#ports.store.open({ caseId, kind, residentId: found.residentId }, accountId)
    if (!opened.ok) {
      // The page repeats an event whose answer it lost: its case is there.
      const there = opened.failure.code === 'CASE-STATE' ? this.#ports.store.openPersonal(caseId) : opened
      return there.ok && there.value.residentId === found.residentId ? ok() : opened
    }
    if (found.face !== null) this.#faces.set(caseId, found.face)
    return found.card === null ? ok() : toVoid(this.#ports.store.change(opened.value, { kind: 'seeCard', card: found.card }, accountId))
  }

  async #onCase(event: OnCase, stored: StoredCase, account: StaffAccount): Promise<Result<void>> {
    const actor = account.accountId
    const change = (what: CardCaseChange): Result<void> => toVoid(this.#ports.store.change(stored, what, actor))
    const today = dayInJapan(this.#ports.clock.now())
    switch (event.type) {
      case 'cardCaseFacts':
        return event.version === stored.version ? change({ kind: 'recordFacts', day: today, facts: event.facts }) : fail('CASE-STATE', 'the case was changed meanwhile')
      case 'cardCaseFace':
        return this.#typeFace(event, stored)
      case 'cardCaseSeeCard':
        return this.#seeCard(stored, actor)
      case 'cardCasePrint':
        return this.#print(stored, event.paper, account)
      case 'cardCaseInquiryPosted':
        return this.#postInquiry(stored, event.postedOn, today, actor)
      case 'cardCaseAnswerReceived': {
        const posted = stored.inquiry?.postedOn
        if (posted !== undefined && (event.receivedOn > today || event.receivedOn <= posted)) return fail('MESSAGE-INVALID', 'not a day on which an answer can have come')
        return change({ kind: 'receiveAnswer', receivedOn: event.receivedOn, accepted: event.accepted })
      }
      case 'cardCaseSecondPerson':
        return this.#confirm(stored, event, actor)
      case 'cardCaseReady': {
        const judged = await this.#judge(stored)
        if (!judged.ok) return judged
        const kept = rulesKept(judged.value)
        return kept.ok ? toVoid(this.#ports.store.change(judged.value.case, { kind: 'makeReady' }, actor)) : kept
      }
      case 'cardCaseBegin':
        return this.#begin(stored, actor)
      case 'cardCaseTakeBack':
        return stored.state === 'atCard' ? this.#runner.giveUp(stored.caseId, null) : fail('CASE-STATE', 'not at the card')
      case 'cardCaseRefuse':
        return change({ kind: 'refuse', reason: event.reason, note: event.note })
      case 'cardCaseWithdraw':
        // An order that may have been done is not forgotten by whoever gave it.
        if (isUnderWay(stored) && account.role !== 'supervisor') return fail('STAFF-NOT-ALLOWED')
        return change({ kind: 'withdraw', note: event.note })
      case 'cardCaseLink':
        return this.#link(stored, actor)
    }
  }

  async #begin(stored: StoredCase, actor: string): Promise<Result<void>> {
    if (this.#runner.busy) return fail('CASE-STATE', 'another case is at the card')
    const judged = await this.#judge(stored)
    if (!judged.ok) return judged
    const goesOn = isUnderWay(stored)
    if (!goesOn) {
      const kept = rulesKept(judged.value)
      if (!kept.ok) {
        // Yesterday's documents, or a certificate that ran out: it has to be made ready anew.
        const reopened = this.#ports.store.change(judged.value.case, { kind: 'reopen' }, actor)
        return reopened.ok ? kept : reopened
      }
    }
    const orders = goesOn ? null : judged.value.evaluation.plan.works.map((work) => ({ orderId: randomBytes(16).toString('hex'), work }))
    const begun = this.#ports.store.change(judged.value.case, { kind: 'begin', orders }, actor)
    if (!begun.ok) return begun
    this.#runner.offer({ ...judged.value, case: begun.value }, this.#faces.get(stored.caseId) ?? null, actor)
    if (!this.#ports.rules.kinds[stored.kind].card) return this.#runner.performWithoutCard(stored.caseId)
    const started = await this.#ports.startAtCard()
    if (started.ok) return started
    const back = this.#runner.giveUp(stored.caseId, null)
    return back.ok ? started : back
  }

  async #typeFace(event: Extract<OnCase, { type: 'cardCaseFace' }>, stored: StoredCase): Promise<Result<void>> {
    const judged = await this.#judge(stored)
    if (!judged.ok) return judged
    const { expiresOn, securityCode } = event
    this.#faces.set(stored.caseId, { birthDate: formatIsoLike(judged.value.holder.resident.birthDate), expiresOn, securityCode })
    return ok()
  }

  async #seeCard(stored: StoredCase, actor: string): Promise<Result<void>> {
    const looked = await this.#ports.lookAtCard(this.#faces.get(stored.caseId) ?? null)
    if (!looked.ok) return looked
    const holder = await this.#holderOf(looked.value)
    if (!holder.ok) return holder.failure.code === 'RESIDENT-NOT-FOUND' ? fail('CASE-OTHER-CARD', 'nothing on the card leads to the resident') : holder
    const personal = this.#ports.store.openPersonal(stored.caseId)
    if (!personal.ok) return personal
    if (holder.value.resident.residentId !== personal.value.residentId) return fail('CASE-OTHER-CARD', 'the card of another resident')
    return toVoid(this.#ports.store.change(stored, { kind: 'seeCard', card: looked.value.seen }, actor))
  }

  async #postInquiry(stored: StoredCase, postedOn: string, today: string, actor: string): Promise<Result<void>> {
    const judged = await this.#judge(stored)
    if (!judged.ok) return judged
    if (!judged.value.evaluation.inquiryNeeded) return fail('CASE-RULE', 'no inquiry is needed')
    if (postedOn > today || postedOn < dayInJapan(stored.openedAt)) return fail('MESSAGE-INVALID', 'not a day on which it can have been posted')
    // Whoever is not entitled even with an answer is not written to.
    const barred = judged.value.evaluation.findings.some(({ level }) => level === 'barred')
    if (barred) return fail('CASE-RULE', 'barred')
    const dueOn = addDays(postedOn, this.#ports.rules.inquiryAnswerDays)
    return toVoid(this.#ports.store.change(judged.value.case, { kind: 'postInquiry', postedOn, dueOn }, actor))
  }

  async #confirm(stored: StoredCase, { accountId, password }: { readonly accountId: string; readonly password: string }, actor: string): Promise<Result<void>> {
    const needed = this.#ports.rules.kinds[stored.kind].secondPerson
    if (needed === 'none') return fail('MESSAGE-ILL-TIMED', 'nobody else is needed')
    if (stored.state !== 'open') return fail('CASE-STATE', `a case is confirmed while it is open, not ${stored.state}`)
    const history = this.#ports.store.history(stored.caseId)
    if (!history.ok) return history
    // Facts are replaced whole: who took down what is there now is whoever did so last.
    const last = (change: CardCaseChange['kind']): string[] => history.value.filter((entry) => entry.change === change).slice(-1).map((entry) => entry.actor)
    const tookPart = new Set([actor, ...last('recordFacts'), ...last('seeCard')])
    const second = await confirmBySecondPerson(this.#ports.accounts, needed, tookPart, { accountId, password })
    if (!second.ok) return second
    // Compared with the version from before the password: nobody confirms what they have not seen.
    return toVoid(this.#ports.store.change(stored, { kind: 'confirm', secondPerson: second.value.accountId }, actor))
  }

  async #link(stored: StoredCase, actor: string): Promise<Result<void>> {
    if (stored.state !== 'done' || stored.link !== 'outstanding') return fail('CASE-STATE', 'nothing to link')
    const personal = this.#ports.store.openPersonal(stored.caseId)
    if (!personal.ok) return personal
    const looked = await this.#ports.lookAtCard(null)
    return looked.ok ? this.#runner.link(stored, personal.value.residentId, looked.value.certificate, actor) : looked
  }

  async #print(stored: StoredCase, paper: CasePaper, account: StaffAccount): Promise<Result<void>> {
    const rendered = await this.#render(stored.caseId, paper, account)
    if (!rendered.ok) return rendered
    const { caseId } = stored
    const printed = await this.#ports.documentPrinter.print({ jobId: randomBytes(16).toString('hex'), requestId: caseId, ...rendered.value })
    const recorded = this.#ports.audit.record({
      type: 'card-case-paper-printed',
      actor: account.accountId,
      caseId,
      paper,
      outcome: printed.ok ? 'success' : 'failure',
      code: printed.ok ? null : printed.failure.code,
    })
    return printed.ok ? recorded : printed
  }

  async #render(caseId: string, paper: CasePaper, account: StaffAccount): Promise<Result<RenderedPaper>> {
    const judged = await this.#judged(caseId)
    if (!judged.ok) return judged
    const { case: stored, holder, personal, evaluation } = judged.value
    if (!this.#may(stored, account)) return fail('STAFF-NOT-ALLOWED')
    return this.#ports.papers.render(paper, { case: stored, holder, facts: personal.facts?.facts ?? noFacts, evaluation })
  }

  /** The registry by the certificate; where it leads nowhere, the attributes that the face opened, if they fit one person. */
  async #holderOf({ certificate, attributes }: LookedAtCard): Promise<Result<HolderRecord>> {
    const now = this.#ports.clock.now()
    if (certificate !== null) {
      const identity = this.#ports.certificateIdentity(certificate)
      if (!identity.ok) return identity
      const found = await this.#ports.registry.findByCertificate(identity.value, now)
      if (found.ok) return this.#ports.directory.holder(found.value.residentId, now)
      if (found.failure.code !== 'RESIDENT-NOT-FOUND') return found
    }
    if (attributes === null) return fail('RESIDENT-NOT-FOUND', 'the card leads to no resident')
    const hits = await this.#ports.directory.search(attributes.name, attributes.birthDate)
    if (!hits.ok) return hits
    const [only, ...others] = hits.value.hits
    if (only === undefined || others.length > 0) return fail('RESIDENT-NOT-FOUND', 'not exactly one resident has these attributes')
    return this.#ports.directory.holder(only.residentId, now)
  }

  /** Judged as it is now; CASE-STATE when it changed since the event came in. */
  async #judge(stored: StoredCase): Promise<Result<JudgedCase>> {
    const judged = await this.#judged(stored.caseId)
    if (judged.ok && judged.value.case.version !== stored.version) return fail('CASE-STATE', 'the case was changed meanwhile')
    return judged
  }

  #judged(caseId: string): Promise<Result<JudgedCase>> {
    return judgeCase(this.#ports, caseId, this.#faces.has(caseId))
  }

  #may({ kind }: StoredCase, { role }: StaffAccount): boolean {
    return this.#ports.rules.kinds[kind].roles.includes(role)
  }
}

/** What is missing is in the case; only the second pair of eyes has a code of its own. */
function rulesKept({ evaluation }: JudgedCase): Result<void> {
  const [first, ...others] = evaluation.findings
  if (first === undefined) return ok()
  if (first.key === 'secondPerson' && others.length === 0) return fail('CASE-NEEDS-SECOND-PERSON')
  return fail('CASE-RULE', evaluation.findings.map(({ key }) => key).join(', '))
}

const toVoid = (result: Result<unknown>): Result<void> => (result.ok ? ok() : result)
