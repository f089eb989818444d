import type { ApplicationActionName } from '../applications/application-actions.ts'
import { commandOfTable, keyIn, type Pressed, type Stroke } from './strokes.ts'

/** Of the page for applications. `next` is whichever step comes next on the way to the card, or to the end of what is open. */
export type ApplicationCommandName = 'newApplication' | 'record' | 'link' | 'atResident' | 'setPins' | 'printForm' | 'printPhoto' | 'printSlip' | 'confirmPhoto' | 'exceptPhoto' | 'next' | 'return' | 'refuse' | 'withdraw' | 'nextTable'

/** The neighbours of the keys for card cases: people on F7, paper on F8, judgement on F9, the step on F10, Delete ends. */
export const applicationShortcuts: Readonly<Record<ApplicationCommandName, readonly Stroke[]>> = {
  newApplication: [{ key: 'Insert' }],
  record: [{ key: 's', control: true }],
  link: [{ key: 'F7', shift: true }],
  atResident: [{ key: 'F7' }],
  setPins: [{ key: 'F7', control: true }],
  printForm: [{ key: 'F8' }],
  printPhoto: [{ key: 'F8', shift: true }],
  printSlip: [{ key: 'F8', control: true }],
  confirmPhoto: [{ key: 'F9' }],
  exceptPhoto: [{ key: 'F9', shift: true }],
  next: [{ key: 'F10' }],
  return: [{ key: 'F9', control: true }],
  refuse: [{ key: 'Delete' }],
  withdraw: [{ key: 'Delete', shift: true }],
  nextTable: [{ key: 'F3', control: true }],
}

export const applicationCommandOf = (pressed: Pressed): ApplicationCommandName | null => commandOfTable(applicationShortcuts, pressed)

export const isApplicationCommand = (name: string): name is ApplicationCommandName => name in applicationShortcuts

export const applicationKeyOf = (command: ApplicationCommandName): string => keyIn(applicationShortcuts, command)

/** The key of an action outside the steps, for the hint on its button; empty: it has none. */
export const keyOfAction = (action: ApplicationActionName): string => (isApplicationCommand(action) ? applicationKeyOf(action) : '')
