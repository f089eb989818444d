import type { ApplicationFacts, ChosenPhoto, FailureCode, Language } from '../../../src-preload/contract.ts'
import type { FormVerdict } from '../../applications/intake.ts'
import { feeOf } from '../../applications/rules/evaluate.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { StoredApplication } from '../../queue/applications/application-store.ts'
import { codeOf, outcomeOf } from '../pin/pin-steps.ts'
import type { CardApplicationPorts, CardApplicationRules } from './ports.ts'

/** An application that is with the staff now, or received. */
export interface Finished {
  readonly application: StoredApplication
  readonly feeYen: number
  /** `staff`: a clerk has to see it before it is received. */
  readonly next: 'received' | 'staff'
}

/** `giveUp`: nothing is kept of what was begun here. `resident`: the staff go on with it; `crash`: a bug ended it. */
export type Ending = 'giveUp' | 'resident' | 'crash'

const actor = 'resident'

/** Every step of an application that touches a port. The store audits each change in the transaction that makes it. */
export class ApplicationSteps {
  readonly #ports: CardApplicationPorts
  readonly #rules: CardApplicationRules
  readonly #language: () => Language

  constructor(ports: CardApplicationPorts, rules: CardApplicationRules, language: () => Language) {
    this.#ports = ports
    this.#rules = rules
    this.#language = language
  }

  /** Keeps the answers so far; with the first one the application comes into being. Returns its id. */
  save(applicationId: string | null, facts: ApplicationFacts): Promise<Result<string>> {
    return Promise.resolve(this.#save(applicationId, facts))
  }

  #save(applicationId: string | null, facts: ApplicationFacts): Result<string> {
    const begun = applicationId === null ? this.#ports.applications.begin(facts.kind) : ok({ applicationId })
    if (!begun.ok) return begun
    const saved = this.#ports.applications.save(begun.value.applicationId, () => facts)
    return saved.ok ? ok(begun.value.applicationId) : saved
  }

  /** A clerk's draft comes to this screen. */
  take(applicationId: string): Promise<Result<StoredApplication>> {
    return Promise.resolve(this.#ports.applications.takeOver(applicationId))
  }

  async checkForm(applicationId: string, formId: string): Promise<Result<FormVerdict>> {
    const verdict = await this.#ports.applications.formVerdict(applicationId, formId)
    // Whoever receives the application compares again.
    return !verdict.ok && verdict.failure.code === 'REGISTRY-UNAVAILABLE' ? ok('askMoved') : verdict
  }

  /** Keeps the chosen picture, sealed, instead of the one before. PHOTO-* when it is not what the rules want. */
  keepPhoto(applicationId: string, photo: ChosenPhoto): Promise<Result<Pick<ChosenPhoto, 'source' | 'findings'>>> {
    const { source, findings } = photo
    const kept = this.#ports.applications.keepPhoto(applicationId, photo)
    return Promise.resolve(kept.ok ? ok({ source, findings }) : kept)
  }

  /** Calls back when a clerk has looked at the photo that is kept. Returns what ends it. */
  whenPhotoJudged(applicationId: string, judged: (confirmed: boolean) => void): () => void {
    return this.#ports.store.subscribe(() => {
      const found = this.#ports.store.get(applicationId)
      if (found.ok && found.value.photo !== 'toConfirm') judged(found.value.photo === 'confirmed')
    })
  }

  /** Gives the application to the staff; one in which nothing is missing is received at once. */
  async finish(applicationId: string, facts: ApplicationFacts): Promise<Result<Finished>> {
    const saved = this.#ports.applications.save(applicationId, () => facts)
    if (!saved.ok) return saved
    const submitted = await this.#ports.applications.submit(applicationId)
    const feeYen = feeOf({ facts }, this.#rules.application)
    if (submitted.ok) return ok({ ...submitted.value, feeYen })
    if (submitted.failure.code !== 'REGISTRY-UNAVAILABLE') return submitted
    // What can't be compared now is compared by the clerk later.
    const left = this.#leave(applicationId, 'resident')
    return left.ok ? ok({ application: left.value, feeYen, next: 'staff' }) : left
  }

  /** Null when it is printed. */
  async printSlip({ application, feeYen, next }: Finished): Promise<FailureCode | null> {
    const printed = await this.#ports.receiptPrinter.print(this.#ports.applicationSlip(application, { feeYen, next, language: this.#language() }))
    const { applicationId } = application
    const recorded = this.#ports.audit.record({ type: 'application-paper-printed', actor, applicationId, paper: 'slip', outcome: outcomeOf(printed), code: codeOf(printed) })
    return codeOf(printed) ?? codeOf(recorded)
  }

  end(applicationId: string, how: Ending): Promise<Result<void>> {
    if (how === 'giveUp') return Promise.resolve(this.#ports.applications.giveUp(applicationId))
    const left = this.#leave(applicationId, how)
    return Promise.resolve(left.ok ? ok() : left)
  }

  #leave(applicationId: string, by: 'resident' | 'crash'): Result<StoredApplication> {
    const present = this.#ports.store.get(applicationId)
    return present.ok ? this.#ports.store.change(present.value, { kind: 'leave', by }, actor) : present
  }
}
