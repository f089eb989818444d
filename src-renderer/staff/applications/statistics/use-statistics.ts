import { useEffect, useState } from 'react'
import type { ApplicationStatistics, StaffGlass } from '../../../../src-preload/contract.ts'
import { settleMs } from '../../desk/use-detail.ts'
import type { Loaded } from '../applications-context.ts'

/** @param version changes when something happened that is counted. */
export function useStatistics(glass: Pick<StaffGlass, 'applicationStatistics'>, on: string, version: string): Loaded<ApplicationStatistics> {
  const [kept, setKept] = useState<{ readonly on: string; readonly loaded: Loaded<ApplicationStatistics> } | null>(null)
  useEffect(() => {
    let left = false
    const timer = window.setTimeout(() => {
      void glass.applicationStatistics(on).then((reply) => {
        if (!left) setKept({ on, loaded: reply.ok ? { state: 'open', detail: reply.value } : { state: 'failed', code: reply.failure.code } })
      })
    }, settleMs)
    return () => {
      left = true
      window.clearTimeout(timer)
    }
  }, [glass, on, version])
  return kept?.on === on ? kept.loaded : { state: 'loading' }
}
