import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseSituation } from '../../../../../src-main/procedures/card-cases/rules/situation.ts'
import { certificateKindSchema, pinKindSchema, type CardCaseFacts } from '../../../../../src-preload/contract.ts'
import { everyWork, seenCard } from '../../../../fixtures/procedures/card-cases.ts'
import { allowed, card, findings, judged, kept, standard, withFacts } from '../../../../fixtures/procedures/case-situations.ts'

describe('what is complete is ready', () => {
  it.each(allowed)('%s by %s', (kind, actor) => {
    expect(findings(kept(kind, actor))).toEqual([])
  })
})

/** Each takes away one thing that is always asked for, where it is asked for at all. */
const takenAway: Readonly<Record<string, (situation: CaseSituation) => CaseSituation | null>> = {
  'who came': (situation) => withFacts(situation, { actor: null }),
  'the form': (situation) => (standard.kinds[situation.kind].form ? withFacts(situation, { formSigned: false }) : null),
  'what is on the face of a new card': (situation) => (situation.kind === 'cardDelivery' ? { ...situation, faceTyped: false } : null),
  'the card': (situation) => (situation.kind === 'suspension' ? null : withFacts(situation, { cardPresented: false })),
  'a look at the card': (situation) => (situation.kind === 'suspension' ? null : { ...situation, card: null }),
  'today’s look at the papers': (situation) => ({ ...situation, factsOfToday: false }),
  'the second person': (situation) => (standard.kinds[situation.kind].secondPerson === 'none' ? null : { ...situation, secondPerson: null }),
  'every document': (situation) => {
    const { actor } = situation.facts
    const rule = actor === null ? null : standard.kinds[situation.kind].actors[actor]
    return rule?.identity.every(({ A, B }) => A + B > 0) ? withFacts(situation, { actorDocuments: [] }) : null
  },
  'the details of the representative': (situation) => (situation.facts.actor === 'self' ? null : withFacts(situation, { representative: null })),
  'the proof of authority': (situation) => (situation.facts.actor === 'legalRepresentative' ? withFacts(situation, { authority: null }) : null),
  'the inquiry': (situation) => (situation.facts.actor === 'agent' && situation.kind !== 'faceAuthenticationSwitch' ? { ...situation, inquiry: null } : null),
  'the power of attorney': (situation) => (situation.facts.actor === 'agent' && situation.kind === 'faceAuthenticationSwitch' ? withFacts(situation, { powerOfAttorney: false }) : null),
  'the issuer': (situation) => ({ ...situation, issuerWork: new Set() }),
}

describe.each(Object.entries(takenAway))('without %s', (_, take) => {
  it.each(allowed)('%s by %s is not ready', (kind, actor) => {
    const without = take(kept(kind, actor))
    if (without !== null) expect(findings(without)).not.toEqual([])
  })
})

/** Three of the parts at most: what differs in everything is never ready. */
function few<T extends object>(parts: { readonly [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<Partial<T>> {
  const keys = Object.keys(parts) as (keyof T)[]
  return fc.tuple(fc.record(parts), fc.subarray(keys, { maxLength: 3 })).map(([all, chosen]) => {
    const few: Partial<T> = {}
    for (const key of chosen) few[key] = all[key]
    return few
  })
}

const subset = <T>(all: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...all])
const documents = subset(standard.documents.map(({ id }) => id))
const day = fc.integer({ min: 1, max: 365 }).map((offset) => new Date(Date.UTC(2026, 0, offset)).toISOString().slice(0, 10))

const someFacts = few<Omit<CardCaseFacts, 'changedItems' | 'move' | 'loss'>>({
    actor: fc.constantFrom('self', 'legalRepresentative', 'agent', null),
    ward: fc.boolean(),
    representative: fc.constantFrom(null, { name: '見本　太郎', address: '見本市', relationship: '父', phone: '' }),
    actorDocuments: documents,
    principalDocuments: documents,
    cardPresented: fc.boolean(),
    authority: fc.oneof(
      fc.constant(null),
      fc.constantFrom({ how: 'onFile' } as const, { how: 'sameHousehold' } as const),
      fc.record({ how: fc.constant('document' as const), document: fc.constantFrom('familyRegister', 'guardianRegistration', 'unheardOf'), issuedOn: day }),
    ),
    powerOfAttorney: fc.boolean(),
    noticeAnswer: fc.boolean(),
    formSigned: fc.boolean(),
    pins: subset(pinKindSchema.options),
    pinsKnown: subset(pinKindSchema.options),
    certificates: subset(certificateKindSchema.options),
    signatureException: fc.boolean(),
    oldForm: fc.boolean(),
    notFaceCard: fc.boolean(),
    reservation: fc.constantFrom(null, { madeAt: '2026-11-19T12:00:00.000Z', otherPin: 'signature' } as const, { madeAt: '2026-11-18T12:00:00.000Z', otherPin: 'signature' } as const),
})

const changed = few<Omit<CaseSituation, 'kind' | 'facts' | 'today' | 'now'>>({
    factsOfToday: fc.boolean(),
    faceTyped: fc.boolean(),
    secondPerson: fc.constantFrom(null, 'suzuki'),
    holder: fc.record({ young: fc.boolean(), status: fc.constantFrom('current', 'movingOut', 'movedOut', 'deceased'), protected: fc.boolean(), representativeInHousehold: fc.boolean() }),
    card: fc.constantFrom(null, card, seenCard({ faceAuthentication: true, signature: false }), seenCard({ userAuthentication: null, signature: false }), seenCard({ expiresOn: '2026-11-19' })),
    inquiry: fc.constantFrom(null, { postedOn: '2026-11-01', dueOn: '2026-12-01', receivedOn: null, accepted: null }, { postedOn: '2026-11-01', dueOn: '2026-11-10', receivedOn: '2026-11-15', accepted: true }, { postedOn: '2026-11-01', dueOn: '2026-12-01', receivedOn: '2026-11-15', accepted: false }),
    profile: fc.constantFrom('counter', 'post-office', 'self-service', 'outreach'),
    kinds: fc.constantFrom(['pinReset'] as const, ['certificateIssue', 'certificateRenewal'] as const),
    issuerWork: subset(everyWork).map((works) => new Set(works)),
})

/** One of the alternatives, counted by hand: of B's place an A may stand in. */
function shows(ids: readonly string[], kind: CaseSituation['kind'], actor: 'self' | 'legalRepresentative' | 'agent', whose: 'identity' | 'principalIdentity'): boolean {
  const known = standard.documents.filter((document) => new Set(ids).has(document.id))
  const eligible = whose === 'principalIdentity' || actor === 'self' ? known.filter(({ representativeOnly }) => !representativeOnly) : known
  const a = eligible.filter((document) => document.class === 'A').length
  return (standard.kinds[kind].actors[actor]?.[whose] ?? []).some(({ A, B }) => a >= A && eligible.length >= A + B)
}

describe('no combination of facts that lacks what is required', () => {
  it('ever becomes ready', () => {
    let ready = 0
    fc.assert(
      fc.property(fc.constantFrom(...allowed), someFacts, changed, ([kind, who], facts, other) => {
        const situation = withFacts({ ...kept(kind, who), ...other }, facts)
        const { findings: found, plan } = judged(situation)
        if (found.length > 0) return
        ready += 1
        const { actor, ward } = situation.facts
        const { holder, card: seen, inquiry } = situation
        const rules = standard.kinds[kind]
        if (actor === null) throw new Error('nobody came')
        expect(rules.actors[actor]).not.toBeNull()
        expect(situation.factsOfToday).toBe(true)
        expect(situation.kinds).toContain(kind)
        expect(situation.facts.oldForm).toBe(false)
        if (rules.card) expect([situation.facts.cardPresented, seen !== null]).toEqual([true, true])
        if (rules.secondPerson !== 'none') expect(situation.secondPerson).not.toBeNull()
        const reserved = kind === 'pinReset' && situation.facts.reservation !== null
        if (!reserved && rules.form) expect(situation.facts.formSigned).toBe(true)
        if (kind === 'cardDelivery') expect([situation.faceTyped, seen?.faceAuthentication === true && !situation.facts.notFaceCard]).toEqual([true, false])
        if (!(reserved && actor === 'self')) expect(shows(situation.facts.actorDocuments, kind, actor, 'identity')).toBe(true)
        if (actor !== 'self') {
          expect(shows(situation.facts.principalDocuments, kind, actor, 'principalIdentity')).toBe(true)
          expect(situation.facts.representative).not.toBeNull()
          expect(situation.profile).not.toBe('post-office')
        }
        if (actor === 'self') expect([holder.young, ward]).toEqual([false, false])
        if (actor === 'legalRepresentative') expect([holder.young || ward, situation.facts.authority !== null]).toEqual([true, true])
        if (actor === 'agent') {
          expect([holder.young, ward, holder.protected]).toEqual([false, false, false])
          const noLetter = kind === 'faceAuthenticationSwitch' ? situation.facts.powerOfAttorney : kind === 'certificateRenewal' && situation.facts.noticeAnswer
          if (!noLetter) expect([inquiry?.accepted, (inquiry?.receivedOn ?? '9') <= (inquiry?.dueOn ?? '0')]).toEqual([true, true])
        }
        if (holder.young || ward) if (plan.certificates.includes('signature') || plan.choose.includes('signature')) expect(situation.facts.signatureException).toBe(true)
        if (seen?.faceAuthentication === true && !situation.facts.notFaceCard) expect([plan.choose, plan.enter, plan.certificates.includes('signature')]).toEqual([[], [], false])
        for (const pin of plan.enter) expect(situation.facts.pinsKnown).toContain(pin)
        for (const work of plan.works) expect(situation.issuerWork.has(work)).toBe(true)
        expect(plan.works).not.toEqual([])
        if (kind === 'suspensionRelease') expect(situation.profile).toBe('counter')
        if (kind !== 'cardReturn') expect(['current', 'movingOut']).toContain(holder.status)
      }),
      { numRuns: 3000 },
    )
    // The property would say nothing if nothing were ever ready.
    expect(ready).toBeGreaterThan(40)
  })
})
