import { readFileSync } from 'node:fs'
import { serviceSchema, type Extent, type Service } from '../../src-preload/contract.ts'
import { dayInJapan, type Clock } from '../clock.ts'
import type { Configuration } from '../config.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { ServiceOffer } from '../procedures/certificate-issuance/ports.ts'
import { feeFor, readFeeTable } from '../staff/fees/fee-table.ts'

const extents: Record<Service, Extent> = { residentRecordHousehold: 'household', residentRecordMembers: 'members' }

/** The certificates this terminal offers and for how much, asked anew each time: an ordinance changes fees at midnight. CONFIG-INVALID for a table that has no fee for today. */
export function composeOffers(configuration: Configuration, clock: Clock): Result<() => readonly ServiceOffer[]> {
  const table = readFees(configuration.feesFile)
  if (!table.ok) return table
  const offer = (service: Service): Result<ServiceOffer> => {
    const fee = feeFor(table.value, { service, channel: configuration.profile.feeChannel, copies: 1, on: dayInJapan(clock.now()) })
    return fee.ok ? ok({ service, extent: extents[service], fee: fee.value }) : fee
  }
  const offered = configuration.profile.services.flatMap((service) => serviceSchema.safeParse(service).data ?? [])
  for (const service of offered) {
    const today = offer(service)
    if (!today.ok) return today
  }
  return ok(() => offered.map(offer).flatMap((each) => (each.ok ? [each.value] : [])))
}

function readFees(file: string): ReturnType<typeof readFeeTable> {
  try {
    return readFeeTable(readFileSync(file, 'utf8'))
  } catch (error) {
    return fail('CONFIG-INVALID', error instanceof Error ? error.message : String(error))
  }
}
