import type { RequestRow } from '../../../src-preload/contract.ts'
import { LiveRegion } from '../../parts/live-region.tsx'
import { useStaff } from '../staff-context.ts'

interface AnnouncementsProps {
  arrived: readonly RequestRow[]
  note: string | null
}

/** What a clerk who isn't looking hears: number and kind of what came, never a name. */
export function Announcements({ arrived, note }: AnnouncementsProps) {
  const { words } = useStaff()
  const { list, title } = words.requests
  const [first] = arrived
  const news =
    first === undefined ? '' : arrived.length === 1 ? list.received(first.number, title(first.extent)) : list.receivedMany(arrived.length)
  return (
    <>
      <LiveRegion>{news}</LiveRegion>
      <LiveRegion>{note ?? ''}</LiveRegion>
    </>
  )
}
