import type { Connection, ResidentEvent, ResidentGlass, ResidentSnapshot } from '../../src-preload/contract.ts'

declare global {
  interface Window {
    /** What the screen has told main, for the checks of the gallery. */
    galleryEvents?: ResidentEvent[]
  }
}

/** A main that always says the same and writes down what it hears. */
export function fakeGlass(snapshot: ResidentSnapshot): ResidentGlass & Connection {
  const heard: ResidentEvent[] = []
  window.galleryEvents = heard
  return {
    side: 'resident',
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
