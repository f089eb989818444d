import type { Certificate } from '../../certificate/certificate.ts'
import type { GeneralName } from '../../certificate/extensions/general-names.ts'
import type { NameConstraints } from '../../certificate/extensions/name-constraints.ts'
import type { WorkBudget } from '../work-budget.ts'
import { concerns, matchName } from './name-match.ts'

const emailAddress = '1.2.840.113549.1.9.1'

/** All names of a certificate that constraints are held against (RFC 5280 §6.1.3 b, c). */
function namesOf({ subject, subjectAltNames }: Certificate): readonly GeneralName[] {
  // §4.2.1.10: old certificates carry mail addresses in the subject. They count also where the extension is there.
  const mailboxes = subject.rdns
    .flat()
    .filter(({ type }) => type === emailAddress)
    .map(({ value }): GeneralName => ({ kind: 'rfc822Name', text: Buffer.from(value.content).toString('latin1') }))
  const own: readonly GeneralName[] = subject.rdns.length === 0 ? [] : [{ kind: 'directoryName', name: subject }]
  return [...own, ...mailboxes, ...(subjectAltNames ?? [])]
}

export type NameCheck = { readonly ok: true } | { readonly ok: false; readonly fault: 'nameConstraints' | 'workLimit'; readonly why: string }

/**
 * permitted_subtrees and excluded_subtrees of RFC 5280 §6.1.2. Permitted lists are kept as they came: a name passes
 * where every list that concerns its kind holds it, which is what their intersection would say.
 */
export class ConstrainedNames {
  readonly #constraints: NameConstraints[] = []

  add(constraints: NameConstraints | null): void {
    if (constraints !== null) this.#constraints.push(constraints)
  }

  check(certificate: Certificate, budget: WorkBudget): NameCheck {
    if (this.#constraints.length === 0) return { ok: true }
    for (const name of namesOf(certificate)) {
      for (const constraints of this.#constraints) {
        const why = whyNotAllowed(name, constraints, budget)
        if (why !== null) return { ok: false, ...why }
      }
    }
    return { ok: true }
  }
}

function whyNotAllowed(name: GeneralName, { permitted, excluded }: NameConstraints, budget: WorkBudget) {
  if (!budget.spend('nameComparisons', (permitted?.length ?? 0) + (excluded?.length ?? 0)))
    return { fault: 'workLimit', why: 'there are more names and constraints than are looked at' } as const
  const refuse = (why: string) => ({ fault: 'nameConstraints', why }) as const
  for (const base of (excluded ?? []).filter((one) => concerns(one, name))) {
    const match = matchName(name, base, 'excluded')
    if (match === 'inside') return refuse(`a ${name.kind} is excluded by an issuer`)
    if (match === 'unclear') return refuse(`a ${name.kind} can't be held against the constraints of an issuer`)
  }
  const allowed = (permitted ?? []).filter((one) => concerns(one, name)).map((base) => matchName(name, base, 'permitted'))
  if (allowed.includes('unclear')) return refuse(`a ${name.kind} can't be held against the constraints of an issuer`)
  return allowed.length === 0 || allowed.includes('inside') ? null : refuse(`a ${name.kind} is outside what an issuer permits`)
}
