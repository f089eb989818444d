import { hasUnidentifiedCharacter } from '../characters/suspect-text.ts'
import { isOverLength } from '../characters/graphemes.ts'
import { mayBeUnder } from '../dates/age.ts'
import { compareDays, latestDay, type CompleteDate } from '../dates/civil-date.ts'
import type { Household, IssuanceBlock, Resident } from '../resident.ts'

/** Lengths that the municipality's system holds, in graphemes; configuration, because they differ. */
export interface LengthLimits {
  readonly maxNameGraphemes: number
  readonly maxAddressGraphemes: number
}

export interface BarringBlock {
  readonly residentId: string
  readonly block: IssuanceBlock
}

/**
 * Whose block bars the copies of a household at a terminal (reference counter-procedures §D.8, 「Other kiosk
 * exclusions」, W93, W94, W99, W100, W102). `anyMember`: a copy would show that person's record, or the record may
 * change within hours. `applicant`: it is about who stands there.
 */
const reach: Record<IssuanceBlock, 'anyMember' | 'applicant'> = {
  // "victim …; plus same-address members": the whole household's address is what is protected.
  supportMeasures: 'anyMember',
  // "転出予定 (also blocks whole-household copies)".
  movingOut: 'anyMember',
  // "外字 being registered", "name/address over system length": that name or address would be on the copy.
  characterPending: 'anyMember',
  overLength: 'anyMember',
  // "day of moving in": the household's record is still being entered.
  sameDayMoveIn: 'anyMember',
  // "<15" is about the card's holder; a parent's copy shows the children.
  under15: 'applicant',
  // Removed from the register (消除): such a person is on no household copy, and gets none.
  movedOut: 'applicant',
  deceased: 'applicant',
}

/** 15歳未満 cannot use a terminal (reference counter-procedures §D.8). */
const leastAge = 15

export interface BlockQuestion {
  readonly applicant: Resident
  readonly household: Household
  /** What the municipality's system has set (抑止設定), for the applicant and the members. */
  readonly recorded: readonly BarringBlock[]
  readonly today: CompleteDate
  readonly limits: LengthLimits
}

/** Everything that bars copies for this applicant, recorded or following from the records; each once, applicant first. */
export function barringBlocks({ applicant, household, recorded, today, limits }: BlockQuestion): readonly BarringBlock[] {
  const others = household.members.filter((member) => member.residentId !== applicant.residentId)
  return [applicant, ...others].flatMap((resident) => {
    const own = new Set<IssuanceBlock>(recorded.flatMap(({ residentId, block }) => (residentId === resident.residentId ? [block] : [])))
    for (const block of followingBlocks(resident, household.address, today, limits)) own.add(block)
    return Array.from(own)
      .filter((block) => resident === applicant || reach[block] === 'anyMember')
      .map((block) => ({ residentId: resident.residentId, block }))
  })
}

/** Blocks that follow from the record itself, whether or not somebody has set them. */
function followingBlocks(resident: Resident, address: string, today: CompleteDate, limits: LengthLimits): readonly IssuanceBlock[] {
  const names = [resident.name, resident.formerSurname, resident.alias].flatMap((name) => name?.text ?? [])
  const blocks: IssuanceBlock[] = []
  if (resident.status.kind !== 'current') blocks.push(resident.status.kind)
  if (mayBeUnder(leastAge, resident.birthDate, today)) blocks.push('under15')
  if ([...names, address].some(hasUnidentifiedCharacter)) blocks.push('characterPending')
  if (names.some((name) => isOverLength(name, limits.maxNameGraphemes)) || isOverLength(address, limits.maxAddressGraphemes))
    blocks.push('overLength')
  if (enteredToday(resident, today)) blocks.push('sameDayMoveIn')
  return blocks
}

/** Became a resident or was notified today; a later or an uncertain day that may be today counts as well. */
function enteredToday(resident: Resident, today: CompleteDate): boolean {
  return [resident.becameResidentOn, resident.notifiedOn].some((date) => date !== null && compareDays(latestDay(date), today) >= 0)
}
