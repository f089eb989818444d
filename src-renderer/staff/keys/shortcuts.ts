import { commandOfTable, keyIn, type Pressed, type Stroke } from './strokes.ts'

/** Everything a key can ask for. */
export type CommandName =
  | 'help'
  | 'answerCall'
  | 'filter'
  | 'decideLastTry'
  | 'nextColumn'
  | 'otherPage'
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
  | 'changePassword'
  | 'accounts'
  | 'lock'
  | 'signOut'

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
  otherPage: [{ key: 'F3', shift: true }],
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
  changePassword: [{ key: 'F1', shift: true }],
  accounts: [{ key: 'F6', shift: true }],
  lock: [{ key: 'F12' }, { key: 'l', control: true }],
  signOut: [{ key: 'F12', shift: true }],
}

export const commandOf = (pressed: Pressed): CommandName | null => commandOfTable(shortcuts, pressed)

export const isCommand = (name: string): name is CommandName => name in shortcuts

/** What holds on every page of the desk. */
const frameCommands = ['help', 'answerCall', 'filter', 'decideLastTry', 'nextColumn', 'otherPage', 'changePassword', 'accounts', 'lock', 'signOut'] as const satisfies readonly CommandName[]
export type FrameCommandName = (typeof frameCommands)[number]

export const isFrameCommand = (name: string): name is FrameCommandName => frameCommands.some((each) => each === name)

/** The first way to ask for it, for the hint on a button. */
export const keyOf = (command: CommandName): string => keyIn(shortcuts, command)
