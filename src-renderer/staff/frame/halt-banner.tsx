import { AttentionIcon } from '../../parts/icons/icons.tsx'
import { useDesk } from '../desk-context.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { useStaff } from '../staff-context.ts'

/** 停止中: over everything, until a supervisor has looked. */
export function HaltBanner() {
  const { words } = useStaff()
  const { role, ask } = useDesk()
  const own = words.terminal.halt
  return (
    <section className="halt" role="alert">
      <AttentionIcon />
      <div className="halt-words">
        <h2>{own.title}</h2>
        <p>
          {own.body} {role === 'supervisor' ? own.supervisor : own.clerk}
        </p>
      </div>
      {role === 'supervisor' ? (
        <DeskButton
          look="danger"
          onPress={() => {
            ask({ kind: 'endHalt' })
          }}
        >
          {own.end}
        </DeskButton>
      ) : null}
    </section>
  )
}
