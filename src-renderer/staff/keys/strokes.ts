export interface Stroke {
  readonly key: string
  readonly shift?: true
  readonly control?: true
}

export type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

type Table<N extends string> = Readonly<Record<N, readonly Stroke[]>>

/** The command of a key stroke, or null. Alt and the system key are the desktop's. */
export function commandOfTable<N extends string>(table: Table<N>, { key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): N | null {
  if (altKey || metaKey) return null
  for (const [name, strokes] of Object.entries(table) as [N, readonly Stroke[]][]) {
    if (strokes.some((stroke) => sameKey(stroke.key, key) && (stroke.shift ?? false) === shiftKey && (stroke.control ?? false) === ctrlKey)) return name
  }
  return null
}

const sameKey = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** As printed on a key cap: Shift+F8. */
export const strokeLabel = ({ key, shift, control }: Stroke): string =>
  [...(control ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), key.length === 1 ? key.toUpperCase() : key].join('+')

/** The first way to ask for it, for the hint on a button. */
export function keyIn<N extends string>(table: Table<N>, command: N): string {
  const [first] = table[command]
  return first ? strokeLabel(first) : ''
}
