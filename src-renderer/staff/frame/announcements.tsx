import type { ApplicationRow, CardCaseRow, RequestRow } from '../../../src-preload/contract.ts'
import { LiveRegion } from '../../parts/live-region.tsx'
import { useStaff } from '../staff-context.ts'

interface AnnouncementsProps {
  arrived: readonly RequestRow[]
  /** Card cases that moved without the clerk. */
  moved: readonly CardCaseRow[]
  /** Applications that came or moved without the clerk. */
  applications: readonly ApplicationRow[]
  note: string | null
}

/** What a clerk who isn't looking hears: number and kind of what came, never a name. */
export function Announcements({ arrived, moved, applications, note }: AnnouncementsProps) {
  const { words } = useStaff()
  const { list, title } = words.requests
  const [first] = arrived
  const news =
    first === undefined ? '' : arrived.length === 1 ? list.received(first.number, title(first.extent)) : list.receivedMany(arrived.length)
  const { list: own, kinds, states } = words.cases
  const [movedFirst] = moved
  const movedWords =
    movedFirst === undefined ? '' : moved.length === 1 ? own.changed(movedFirst.number, kinds[movedFirst.kind], states[movedFirst.state]) : own.changedMany(moved.length)
  const of = words.applications
  const [application] = applications
  const applicationWords =
    application === undefined ? '' : applications.length === 1 ? of.list.changed(application.number, of.kinds[application.kind], of.states[application.state]) : of.list.changedMany(applications.length)
  return (
    <>
      <LiveRegion>{news}</LiveRegion>
      <LiveRegion>{movedWords}</LiveRegion>
      <LiveRegion>{applicationWords}</LiveRegion>
      <LiveRegion>{note ?? ''}</LiveRegion>
    </>
  )
}
