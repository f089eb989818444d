import type { Words } from '../../ja.ts'

export const cardWork: Words['screens']['cardWork'] = {
  needed: 'You will be asked for',
  setBefore: 'Set the time before',
  set: 'Newly set',
  how: 'You enter them on this screen yourself. The staff can’t see them.',
  begin: 'Begin',
  before: 'It had been done the time before',
  beforePins: 'The PINs you chose the time before hold. Those you chose just now do not.',
  doneTitle: 'It is done',
  finish: 'Finish',
}
