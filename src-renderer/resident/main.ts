import { connectGlass } from '../glass/connect-glass.ts'
import '../styles/resident.css'

/** The line to main is opened first: its first snapshot is on the way while the browser still reads what draws it. */
const glass = connectGlass('resident')
void import('./show.tsx').then(({ show }) => {
  show(glass)
})
