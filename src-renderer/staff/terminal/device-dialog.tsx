import type { DeviceView } from '../../../src-preload/contract.ts'
import { useDesk } from '../desk-context.ts'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { LightShape } from '../parts/shapes.tsx'
import { useStaff } from '../staff-context.ts'

/** One device: how it is, where it is, and what to do. */
export function DeviceDialog({ device: name, onClose }: { device: DeviceView['device']; onClose: () => void }) {
  const { words } = useStaff()
  const { snapshot } = useDesk()
  const own = words.terminal
  const device = snapshot.devices.find((candidate) => candidate.device === name)
  return (
    <DeskDialog title={own.devices[name]} onClose={onClose}>
      <dl className="device-facts">
        <div>
          <dt>{own.device.state}</dt>
          <dd>
            {device === undefined ? (
              own.notAsked
            ) : (
              <span className={`device-state device-${device.light}`}>
                <LightShape light={device.light} /> {own.lights[device.light]}
              </span>
            )}
          </dd>
        </div>
        {device === undefined || device.detail === '' ? null : (
          <div>
            <dt>{own.device.address}</dt>
            <dd className="device-detail">{device.detail}</dd>
          </div>
        )}
      </dl>
      {device === undefined ? null : device.failure !== null ? (
        <FailureNote code={device.failure} />
      ) : (
        <p>{device.light === 'ready' ? own.device.ready : own.device.attention}</p>
      )}
    </DeskDialog>
  )
}
