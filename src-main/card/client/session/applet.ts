import { fail, ok, type Result } from '../../../failures/result.ts'
import { formatStatusWord, statusWord } from '../../codec/status-word.ts'
import type { CardSession } from './card-session.ts'

/** Makes the applet the current one. Failure: CARD-REFUSED. `name` is the applet's, for the log. */
export async function enterApplet(session: CardSession, aid: Uint8Array, name: string): Promise<Result<void>> {
  const selected = await session.selectApplet(aid)
  if (!selected.ok) return selected
  return selected.value === statusWord.success ? ok() : fail('CARD-REFUSED', `SELECT ${name}: ${formatStatusWord(selected.value)}`)
}
