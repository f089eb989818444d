/** Everything a key can ask for. */
export type CommandName =
  | 'help'
  | 'answerCall'
  | 'filter'
  | 'decideLastTry'
  | 'nextColumn'
  | 'printSlipAgain'
  | 'print'
  | 'takeFee'
  | 'handOver'
  | 'reissue'
  | 'printFeeReceiptAgain'
  | 'void'
  | 'previousSheet'
  | 'nextSheet'
  | 'zoomIn'
  | 'zoomOut'
  | 'lock'
  | 'signOut'

export interface Stroke {
  readonly key: string
  readonly shift?: true
  readonly control?: true
}

/**
 * Function keys, because a keyboard with a Japanese input method on still delivers them as they are.
 * Free of what the browser or the desk's hands do by mistake: no F4 (Alt+F4), F5, F11, Shift+F10.
 */
export const shortcuts: Readonly<Record<CommandName, readonly Stroke[]>> = {
  help: [{ key: 'F1' }],
  answerCall: [{ key: 'F2' }],
  filter: [{ key: 'F3' }],
  decideLastTry: [{ key: 'F2', shift: true }],
  nextColumn: [{ key: 'F6' }],
  printSlipAgain: [{ key: 'F7' }],
  print: [{ key: 'F8' }],
  takeFee: [{ key: 'F9' }],
  handOver: [{ key: 'F10' }],
  reissue: [{ key: 'F8', shift: true }],
  printFeeReceiptAgain: [{ key: 'F9', shift: true }],
  void: [{ key: 'Delete' }],
  previousSheet: [{ key: 'PageUp' }],
  nextSheet: [{ key: 'PageDown' }],
  zoomIn: [{ key: '+' }, { key: '+', shift: true }],
  zoomOut: [{ key: '-' }],
  lock: [{ key: 'F12' }, { key: 'l', control: true }],
  signOut: [{ key: 'F12', shift: true }],
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

/** The command of a key stroke, or null. Alt and the system key are the desktop's. */
export function commandOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): CommandName | null {
  if (altKey || metaKey) return null
  for (const [name, strokes] of entries) {
    if (strokes.some((stroke) => sameKey(stroke.key, key) && (stroke.shift ?? false) === shiftKey && (stroke.control ?? false) === ctrlKey)) return name
  }
  return null
}

const entries = Object.entries(shortcuts) as [CommandName, readonly Stroke[]][]

const sameKey = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** As printed on a key cap: Shift+F8. */
export const strokeLabel = ({ key, shift, control }: Stroke): string =>
  [...(control ? ['Ctrl'] : []), ...(shift ? ['Shift'] : []), key.length === 1 ? key.toUpperCase() : key].join('+')

/** The first way to ask for it, for the hint on a button. */
export function keyOf(command: CommandName): string {
  const [first] = shortcuts[command]
  return first ? strokeLabel(first) : ''
}
