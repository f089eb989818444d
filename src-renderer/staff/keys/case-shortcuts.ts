import type { CaseActionName } from '../cases/case-actions.ts'
import { commandOfTable, keyIn, type Pressed, type Stroke } from './strokes.ts'

/** Of the page for card cases. `begin` also repeats, and registers what was issued: whichever comes next. */
export type CaseCommandName = Exclude<CaseActionName, 'repeat' | 'link'>

/** The neighbours of the keys for requests: paper on F8, the steps to F10, Delete ends. */
export const caseShortcuts: Readonly<Record<CaseCommandName, readonly Stroke[]>> = {
  newCase: [{ key: 'Insert' }],
  save: [{ key: 's', control: true }],
  seeCard: [{ key: 'F7' }],
  typeFace: [{ key: 'F7', shift: true }],
  printForm: [{ key: 'F8' }],
  printLetter: [{ key: 'F8', shift: true }],
  inquiry: [{ key: 'F9', control: true }],
  secondPerson: [{ key: 'F9', shift: true }],
  ready: [{ key: 'F9' }],
  begin: [{ key: 'F10' }],
  takeBack: [{ key: 'Backspace' }],
  refuse: [{ key: 'Delete' }],
  withdraw: [{ key: 'Delete', shift: true }],
}

export const caseCommandOf = (pressed: Pressed): CaseCommandName | null => commandOfTable(caseShortcuts, pressed)

/** The key of an action, for the hint on its button. */
export const caseKeyOf = (action: CaseActionName): string => keyIn(caseShortcuts, action === 'repeat' || action === 'link' ? 'begin' : action)
