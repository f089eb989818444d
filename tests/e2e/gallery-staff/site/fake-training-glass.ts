import type { Connection, TrainingEvent, TrainingGlass, TrainingSnapshot } from '../../../../src-preload/contract.ts'

declare global {
  interface Window {
    trainingEvents?: TrainingEvent[]
  }
}

/** A main that always shows the same and writes down what it hears. */
export function fakeTrainingGlass(snapshot: TrainingSnapshot): TrainingGlass & Connection {
  const heard: TrainingEvent[] = []
  window.trainingEvents = heard
  return {
    side: 'training',
    onSnapshot: (listener) => {
      listener(snapshot)
      return () => undefined
    },
    onConnection: (listener) => {
      listener(true)
      return () => undefined
    },
    dispatch: (event) => {
      heard.push(event)
      return Promise.resolve({ ok: true, value: undefined })
    },
  }
}
