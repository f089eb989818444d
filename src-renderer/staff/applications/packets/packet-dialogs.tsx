import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'

/** 送付ファイルを作る, or go on with one that was stopped. */
export function PacketMakeDialog({ packetId, onClose }: { packetId: string; onClose: () => void }) {
  const { words } = useStaff()
  const { held, perform, selectedId } = useApplicationsDesk()
  const own = words.applications.dialogs.packetMake
  const begun = held.packets.find((packet) => packet.packetId === packetId)
  return (
    <DeskDialog
      title={own.title}
      onClose={onClose}
      submit={{
        words: begun === undefined ? own.submit : words.applications.packets.resume,
        takesFocus: true,
        onSubmit: () => {
          perform('packetMake', selectedId ?? '', { type: 'applicationPacketMake', packetId })
        },
      }}
    >
      <p>{own.lead(begun?.applications ?? held.packet.waiting)}</p>
      <p className="quiet">{words.applications.packets.note}</p>
    </DeskDialog>
  )
}

/** 引渡し: it is out of the house. */
export function PacketHandedOverDialog({ packetId, onClose }: { packetId: string; onClose: () => void }) {
  const { words } = useStaff()
  const { perform } = useApplicationsDesk()
  const own = words.applications.dialogs.packetHandedOver
  return (
    <DeskDialog
      title={own.title}
      onClose={onClose}
      submit={{
        words: own.submit,
        takesFocus: true,
        onSubmit: () => {
          perform('packetHandedOver', packetId, { type: 'applicationPacketHandedOver', packetId })
        },
      }}
    >
      <p>{own.lead}</p>
    </DeskDialog>
  )
}
