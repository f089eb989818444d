import { Button } from 'react-aria-components'
import { deviceSchema } from '../../../src-preload/contract.ts'
import { useDesk } from '../desk-context.ts'
import { LightShape, UnknownShape } from '../parts/shapes.tsx'
import { useStaff } from '../staff-context.ts'
import { clerkFailure } from '../words/staff-words.ts'

const order = deviceSchema.shape.device.options

/** One light a device, always in the same place: shape, colour and word. */
export function Devices() {
  const { words, language } = useStaff()
  const { snapshot, ask } = useDesk()
  const own = words.terminal
  const troubled = snapshot.devices.filter(({ light }) => light !== 'ready').length
  return (
    <section className="terminal-part" aria-labelledby="devices-title">
      <div className="part-head">
        <h2 id="devices-title">{own.deviceList}</h2>
        <span className="quiet">{own.deviceKnown(troubled)}</span>
      </div>
      <ul className="devices">
        {order.map((name) => {
          const device = snapshot.devices.find((candidate) => candidate.device === name)
          return (
            <li key={name}>
              <Button
                className={`device device-${device?.light ?? 'unknown'}`}
                onPress={() => {
                  ask({ kind: 'device', device: name })
                }}
              >
                {device === undefined ? <UnknownShape /> : <LightShape light={device.light} />}
                <span className="device-name">{own.devices[name]}</span>
                <span className="device-light">{device === undefined ? own.notAsked : own.lights[device.light]}</span>
                {device?.failure == null ? null : <span className="device-failure">{clerkFailure(language, device.failure).title}</span>}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
