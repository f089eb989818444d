import type { ReactNode } from 'react'
import { Button } from '../../parts/button.tsx'
import { useResident } from '../resident-context.tsx'

/** The way out of a screen on which all is done. */
export function FinishButton({ children }: { children: ReactNode }) {
  const { snapshot, send } = useResident()
  const { next, stop } = snapshot.can
  if (!next && !stop) return null
  return (
    <Button
      look="primary"
      size="large"
      onPress={() => {
        send({ type: next ? 'next' : 'stop' })
      }}
    >
      {children}
    </Button>
  )
}
