import { useEffect, useState } from 'react'
import type { ApplicationScreen, ApplicationStep } from './application-step.tsx'

/** Milliseconds until a part of the page that could not be read is asked for again. */
const pause = 1000

let loaded: typeof ApplicationStep | null = null

/** Loads the screens of an application, with the camera and the rules of its photo: an eighth of the page's code. */
export async function loadApplicationStep(): Promise<typeof ApplicationStep> {
  const { ApplicationStep } = await import('./application-step.tsx')
  loaded = ApplicationStep
  return ApplicationStep
}

/** The step, drawn at once where its code is there: it is loaded when the first screen has been drawn (show.tsx). */
export function LaterApplicationStep({ screen }: { screen: ApplicationScreen }) {
  const [Step, setStep] = useState(() => loaded)
  useEffect(() => {
    if (Step !== null) return undefined
    let again: number | undefined
    let gone = false
    const load = (): void => {
      loadApplicationStep().then(
        (step) => {
          if (!gone) setStep(() => step)
        },
        () => {
          if (!gone) again = window.setTimeout(load, pause)
        },
      )
    }
    load()
    return () => {
      gone = true
      window.clearTimeout(again)
    }
  }, [Step])
  return Step === null ? null : <Step screen={screen} />
}
