import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, renewalFrom } from '../../../../../src-main/procedures/card-cases/rules/calendar.ts'
import { identified } from '../../../../../src-main/procedures/card-cases/rules/identity.ts'
import { checkCardWorkRules, readCardWorkRules } from '../../../../../src-main/procedures/card-cases/rules/read-rules.ts'
import type { CaseSituation } from '../../../../../src-main/procedures/card-cases/rules/situation.ts'
import { cardCaseKinds } from '../../../../../src-preload/contract.ts'
import { seenCard } from '../../../../fixtures/procedures/card-cases.ts'
import { card, findings, judged, kept, standard, withFacts } from '../../../../fixtures/procedures/case-situations.ts'

describe('wrong guidance that was given (住民制度課だより)', () => {
  it('① on a changed name or address: the clerk writes on the card, never the holder', () => {
    expect(judged(kept('recordUpdate')).guidance).toContain('neverWriteOnCard')
    expect(judged(kept('continuedUse')).guidance).toContain('neverWriteOnCard')
    for (const kind of cardCaseKinds) if (kind !== 'recordUpdate' && kind !== 'continuedUse') expect(judged(kept(kind)).guidance).not.toContain('neverWriteOnCard')
  })

  it('② after a move: a form from before it is not taken, a new one is handed out', () => {
    expect(judged(kept('continuedUse')).guidance).toContain('oldFormNotUsable')
    expect(judged(kept('recordUpdate')).guidance).toContain('oldFormNotUsable')
    const old = judged(withFacts(kept('certificateIssue'), { oldForm: true }))
    expect(old.guidance).toContain('oldFormNotUsable')
    expect(old.findings.map(({ key }) => key)).toEqual(['newForm'])
    expect(judged(withFacts(kept('recordUpdate'), { changedItems: ['name'] })).guidance).not.toContain('oldFormNotUsable')
  })

  it('③ a suspension is released at the counter of 住所地, not by the call centre, and nowhere else', () => {
    for (const kind of ['suspension', 'suspensionRelease'] as const) expect(judged(kept(kind)).guidance).toEqual(expect.arrayContaining(['releaseAtHomeCounter', 'holdNeverLifted']))
    expect(judged(kept('suspensionRelease')).guidance).not.toContain('suspendByCallCentre')
    for (const profile of ['post-office', 'outreach', 'self-service'] as const) expect(findings({ ...kept('suspensionRelease'), profile })).toContain('notOffered')
    const loosened = { ...standard, kinds: { ...standard.kinds, suspensionRelease: { ...standard.kinds.suspensionRelease, profiles: ['counter', 'outreach'] } } }
    expect(checkCardWorkRules(loosened, 'rules.json')).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
  })
})

describe('identity documents', () => {
  it.each([
    [['drivingLicence'], [{ A: 1, B: 0 }], true],
    [['healthInsurance'], [{ A: 1, B: 0 }], false],
    [['healthInsurance', 'studentCard'], [{ A: 1, B: 0 }, { A: 0, B: 2 }], true],
    [['drivingLicence', 'passport'], [{ A: 1, B: 1 }], true],
    [['drivingLicence'], [{ A: 1, B: 1 }], false],
    [['healthInsurance', 'healthInsurance'], [{ A: 0, B: 2 }], false],
    [['libraryCard', 'healthInsurance'], [{ A: 0, B: 2 }], false],
    [[], [{ A: 0, B: 0 }], true],
  ] as const)('%j against %j is %s', (shown, wanted, answer) => {
    expect(identified(shown, wanted, standard.documents)).toBe(answer)
  })

  it('the card that the case is about, or another of its kind, does not identify the holder once more', () => {
    expect(findings(withFacts(kept('pinReset'), { actorDocuments: ['otherIndividualNumberCard'] }))).toEqual(['actorIdentity'])
    expect(findings(withFacts(kept('pinReset', 'agent'), { actorDocuments: ['otherIndividualNumberCard'] }))).toEqual([])
  })
})

describe('who may act', () => {
  it('below fifteen and wards do not act alone', () => {
    const child = { ...kept('pinReset'), holder: { ...kept('pinReset').holder, young: true } }
    expect(findings(child)).toContain('notGrownUp')
    expect(findings(withFacts(kept('pinReset'), { ward: true }))).toContain('actorNotAllowed')
  })

  it('nobody represents who can act alone', () => {
    const grownUp = { ...kept('pinReset', 'legalRepresentative'), holder: { ...kept('pinReset').holder, young: false } }
    expect(findings(grownUp)).toContain('notRepresentable')
  })

  it('nobody is sent for somebody who is protected', () => {
    const agent = kept('pinReset', 'agent')
    expect(findings({ ...agent, holder: { ...agent.holder, protected: true } })).toEqual(['actorNotAllowed'])
  })

  it.each([
    ['familyRegister', '2026-08-20', []],
    ['familyRegister', '2026-08-19', ['authorityTooOld']],
    ['familyRegister', '2026-11-21', ['datesImpossible']],
    ['guardianRegistration', '2026-11-01', ['authorityNotFitting']],
    ['unheardOf', '2026-11-01', ['authorityNotFitting']],
  ])('a %s of %s for a child gives %j', (document, issuedOn, expected) => {
    expect(findings(withFacts(kept('pinReset', 'legalRepresentative'), { authority: { how: 'document', document, issuedOn } }))).toEqual(expected)
  })

  it('one household is proof for a child whose parent is in it, and for no ward', () => {
    const child = withFacts(kept('pinReset', 'legalRepresentative'), { authority: { how: 'sameHousehold' } })
    expect(findings(child)).toEqual(['authorityNotFitting'])
    const atHome = { ...child, holder: { ...child.holder, representativeInHousehold: true } }
    expect(findings(atHome)).toEqual([])
    expect(findings(withFacts(atHome, { ward: true }))).toContain('authorityNotFitting')
    expect(findings(withFacts(child, { authority: { how: 'onFile' } }))).toEqual([])
  })

  it.each([
    [null, ['inquiryNotSent']],
    [{ postedOn: '2026-11-01', dueOn: '2026-12-01', receivedOn: null, accepted: null }, ['answerOutstanding']],
    [{ postedOn: '2026-10-01', dueOn: '2026-10-31', receivedOn: null, accepted: null }, ['answerTooLate']],
    [{ postedOn: '2026-10-01', dueOn: '2026-10-31', receivedOn: '2026-11-01', accepted: true }, ['answerTooLate']],
    [{ postedOn: '2026-10-01', dueOn: '2026-10-31', receivedOn: '2026-10-31', accepted: true }, []],
    [{ postedOn: '2026-11-01', dueOn: '2026-12-01', receivedOn: '2026-11-01', accepted: true }, ['datesImpossible']],
    [{ postedOn: '2026-11-01', dueOn: '2026-12-01', receivedOn: '2026-11-10', accepted: false }, ['answerNotAccepted']],
  ])('an agent with the inquiry %j: %j', (inquiry, expected) => {
    expect(findings({ ...kept('pinReset', 'agent'), inquiry })).toEqual(expected)
  })

  it('the sealed answer of the renewal notice saves the second visit, for a renewal only', () => {
    const noticed = (kind: CaseSituation['kind']): CaseSituation => ({ ...withFacts(kept(kind, 'agent'), { noticeAnswer: true }), inquiry: null })
    expect(findings(noticed('certificateRenewal'))).toEqual([])
    expect(findings(noticed('pinReset'))).toEqual(['inquiryNotSent'])
  })
})

describe('a post office', () => {
  const there = (situation: CaseSituation): CaseSituation => ({ ...situation, profile: 'post-office', kinds: ['pinReset', 'certificateIssue'] })

  it('serves the person only, in what it was commissioned with, and hands no card over', () => {
    expect(findings(there(kept('pinReset')))).toEqual([])
    expect(judged(there(kept('pinReset'))).guidance).toContain('cardNotHandedOverHere')
    expect(findings(there(kept('pinReset', 'agent')))).toEqual(['personOnly'])
    expect(findings(there(kept('certificateRenewal')))).toEqual(['notCommissioned'])
    expect(findings(there(kept('cardReturn')))).toEqual(['notOffered'])
  })
})

describe('days', () => {
  it.each([
    ['2026-05-31', -3, '2026-02-28'],
    ['2028-05-31', -3, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', -3, '2026-08-30'],
    ['2027-02-10', -3, '2026-11-10'],
  ])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected))

  it('counts without the first day, over the end of a year', () => {
    expect(daysBetween('2026-12-25', '2027-01-08')).toBe(14)
    expect(addDays('2026-12-25', 14)).toBe('2027-01-08')
  })

  it.each([
    ['2027-02-20', ['tooEarlyToRenew']],
    ['2027-02-19', []],
    ['2026-11-20', []],
    ['2026-11-19', ['certificateExpired']],
  ])('a certificate until %s can be renewed on 2026-11-20: %j', (validUntil, expected) => {
    expect(findings({ ...kept('certificateRenewal'), card: { ...card, userAuthentication: { validUntil } } })).toEqual(expected)
    if (expected.length === 0) expect(renewalFrom(validUntil, 3) <= '2026-11-20').toBe(true)
  })

  it('an expired one is issued anew instead, which is said', () => {
    expect(judged({ ...kept('certificateRenewal'), card: { ...card, userAuthentication: { validUntil: '2026-11-19' } } }).guidance).toContain('issueInsteadOfRenewal')
  })

  it.each([
    [{ movedOn: '2026-11-06', plannedMoveOutOn: '2026-11-06', notifiedOn: '2026-11-20' }, []],
    [{ movedOn: '2026-11-05', plannedMoveOutOn: '2026-11-05', notifiedOn: '2026-11-20' }, ['movedInTooLate']],
    [{ movedOn: '2026-11-10', plannedMoveOutOn: '2026-10-21', notifiedOn: '2026-11-20' }, []],
    [{ movedOn: '2026-11-10', plannedMoveOutOn: '2026-10-20', notifiedOn: '2026-11-20' }, ['movedInTooLate']],
    [{ movedOn: '2026-08-20', plannedMoveOutOn: '2026-08-20', notifiedOn: '2026-08-22' }, []],
    [{ movedOn: '2026-08-20', plannedMoveOutOn: '2026-08-20', notifiedOn: '2026-08-21' }, ['continuedUseTooLate']],
    [{ movedOn: '2026-11-10', plannedMoveOutOn: '2026-11-10', notifiedOn: '2026-11-21' }, ['datesImpossible']],
    [{ movedOn: '2026-11-10', plannedMoveOutOn: '2026-11-10', notifiedOn: '2026-11-09' }, ['datesImpossible']],
    [null, ['moveDates']],
  ])('継続利用 with %j: %j', (move, expected) => {
    expect(findings(withFacts(kept('continuedUse'), { move }))).toEqual(expected)
  })
})

describe('PINs', () => {
  const reserved = (madeAt: string, parts: Partial<CaseSituation['facts']> = {}): CaseSituation =>
    withFacts(kept('pinReset'), { reservation: { madeAt, otherPin: 'signature' }, actorDocuments: [], formSigned: false, ...parts })

  it.each([
    ['2026-11-19T03:00:00.000Z', {}, []],
    ['2026-11-19T02:59:59.000Z', {}, ['reservationOver']],
    ['2026-11-20T03:00:01.000Z', {}, ['reservationOver']],
    ['2026-11-20T02:00:00.000Z', { pins: ['residentRegister'] }, ['reservationScope']],
    ['2026-11-20T02:00:00.000Z', { pins: ['userAuthentication', 'inputSupport'] }, ['reservationScope']],
    ['2026-11-20T02:00:00.000Z', { pins: ['signature'] }, ['reservationScope']],
    ['2026-11-20T02:00:00.000Z', { pinsKnown: ['userAuthentication'] }, ['reservationOtherPin']],
  ] as const)('a reservation of %s with %j: %j', (madeAt, parts, expected) => {
    const { pins, pinsKnown, ...rest } = { pins: undefined, pinsKnown: undefined, ...parts }
    expect(findings(reserved(madeAt, { ...rest, ...(pins === undefined ? {} : { pins: [...pins] }), ...(pinsKnown === undefined ? {} : { pinsKnown: [...pinsKnown] }) }))).toEqual(expected)
  })

  it('a reservation asks for the other PIN; a reset without one asks for none', () => {
    expect(judged(reserved('2026-11-20T02:00:00.000Z')).plan).toMatchObject({ enter: ['signature'], choose: ['userAuthentication'] })
    expect(judged(kept('pinReset')).plan).toMatchObject({ enter: [], choose: ['userAuthentication'] })
  })

  it('an expired certificate takes no reservation', () => {
    expect(findings({ ...reserved('2026-11-20T02:00:00.000Z'), card: { ...card, userAuthentication: { validUntil: '2026-11-19' } } })).toEqual(['certificateExpired'])
  })

  it('an unknown or blocked one is set anew before a renewal, which is said', () => {
    const unknown = judged(withFacts(kept('certificateRenewal'), { pinsKnown: ['userAuthentication'] }))
    expect(unknown.findings).toEqual([{ key: 'pinsNotKnown', level: 'missing', pins: ['residentRegister'] }])
    expect(unknown.guidance).toContain('pinResetFirst')
    const blocked = { ...card, tries: [{ pin: 'residentRegister' as const, left: 0, max: 3 }] }
    expect(findings({ ...kept('certificateRenewal'), card: blocked })).toEqual(['pinsNotKnown'])
  })

  it('of a certificate that the chip does not have is set with its issue, not by a reset', () => {
    const without = { ...card, signature: false }
    expect(findings({ ...withFacts(kept('pinReset'), { pins: ['signature'] }), card: without })).toEqual(['certificateAbsent'])
    expect(judged({ ...withFacts(kept('certificateIssue'), { certificates: ['signature'] }), card: without }).plan).toMatchObject({ enter: [], choose: ['signature'] })
  })

  it('a 顔認証 card has none to set or to ask for, and takes no 署名用', () => {
    const face = seenCard({ faceAuthentication: true, signature: false, tries: [] })
    expect(findings({ ...kept('pinReset'), card: face })).toContain('faceCardNoPins')
    expect(findings({ ...withFacts(kept('certificateIssue'), { certificates: ['signature'] }), card: face })).toContain('faceCardNoSignature')
    expect(findings({ ...kept('faceAuthenticationSwitch'), card: face })).toContain('faceCardAlready')
    expect(judged({ ...kept('recordUpdate'), card: face }).plan).toMatchObject({ enter: [], choose: [] })
  })

  it('is told by the card’s face where the chip can’t: a child’s card whose PINs are all blocked', () => {
    const face = seenCard({ faceAuthentication: true, signature: false })
    const child = { ...kept('pinReset', 'legalRepresentative'), card: face }
    expect(findings(child)).toContain('faceCardNoPins')
    expect(judged(child).plan.choose).toEqual([])
    const looked = withFacts(child, { notFaceCard: true })
    expect(findings(looked)).toEqual([])
    expect(judged(looked).plan.choose).toEqual(['userAuthentication'])
    expect(findings(withFacts(looked, { pins: ['signature'] }))).toContain('certificateAbsent')
  })
})

describe('署名用', () => {
  it('is not issued below fifteen nor to wards, but where the municipality makes an exception and the representative insists', () => {
    const child = withFacts(kept('certificateIssue', 'legalRepresentative'), { certificates: ['signature'] })
    expect(findings(child)).toEqual(['under15NoSignature'])
    expect(findings(withFacts(child, { signatureException: true }))).toEqual([])
    expect(findings(withFacts(child, { signatureException: true }), { ...standard, signatureException: false })).toEqual(['under15NoSignature'])
  })

  it('ends with every change of the record and has to be issued anew, which is said and can be done in the same case', () => {
    expect(judged(kept('recordUpdate')).guidance).toContain('signatureReissue')
    expect(judged(withFacts(kept('recordUpdate'), { certificates: ['signature'] })).plan.works).toEqual(['updateRecord', 'issueCertificates'])
  })

  it('hangs on a 利用者証明用 that is valid', () => {
    const expired = { ...card, userAuthentication: { validUntil: '2026-11-19' } }
    expect(findings({ ...withFacts(kept('certificateIssue'), { certificates: ['signature'] }), card: expired })).toEqual(['userAuthenticationNeeded'])
  })
})

describe('after a suspension', () => {
  it('the hold is not lifted: the card is released and new certificates follow', () => {
    expect(judged(kept('suspensionRelease')).plan.works).toEqual(['release', 'issueCertificates'])
    expect(findings(withFacts(kept('suspensionRelease'), { certificates: [] }))).toEqual(['certificatesNotChosen'])
    expect(findings(withFacts(kept('suspensionRelease'), { certificates: ['signature'] }))).toEqual(['userAuthenticationNeeded'])
  })
})

describe('rules of a municipality', () => {
  it('are refused with the place that is wrong', () => {
    expect(checkCardWorkRules({ ...standard, inquiryAnswerDays: 0 }, 'own.json')).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID', detail: expect.stringContaining('own.json: inquiryAnswerDays') as string } })
    expect(checkCardWorkRules({ ...standard, documents: [...standard.documents, ...standard.documents] }, 'own.json').ok).toBe(false)
    expect(checkCardWorkRules({ ...standard, kinds: { pinReset: standard.kinds.pinReset } }, 'own.json').ok).toBe(false)
    expect(checkCardWorkRules({ ...standard, kinds: { ...standard.kinds, suspension: { ...standard.kinds.suspension, card: true } } }, 'own.json').ok).toBe(false)
  })

  it('that are not there are refused, not replaced by others', () => {
    expect(readCardWorkRules('/nowhere/rules.json')).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
  })

  it('decide: where the card alone is enough, the card alone is enough', () => {
    const { pinReset } = standard.kinds
    const own = { ...standard, kinds: { ...standard.kinds, pinReset: { ...pinReset, actors: { ...pinReset.actors, self: pinReset.actors.self && { ...pinReset.actors.self, identity: [{ A: 0, B: 0 }] } } } } }
    const nothingElse = withFacts(kept('pinReset'), { actorDocuments: [] })
    expect(findings(nothingElse)).toEqual(['actorIdentity'])
    expect(findings(nothingElse, own)).toEqual([])
  })
})
