import { fail, ok, type Result } from '../../failures/result.ts'
import type { CardReader } from '../card-reader.ts'
import { sameCard, type CardIdentity, type IndividualNumberCard } from '../individual-number-card.ts'
import { JpkiApplet } from './applets/jpki-applet.ts'
import { ChipCard } from './chip-card.ts'
import { CardSession } from './session/card-session.ts'
import type { ExtendedLengthMemory } from './session/extended-length.ts'

/** Outlives the cards: whether long commands get through is a trait of the reader. */
const memories = new WeakMap<CardReader, ExtendedLengthMemory>()

/**
 * Takes the card in the reader and makes sure that it is an individual number card, in two commands; with `expected`,
 * that it is the same card as before, in four. On failure the card is powered off again. Failures: those of
 * CardReader.connect and of JpkiApplet.open, CARD-SWAPPED.
 */
export async function openIndividualNumberCard(reader: CardReader, expected?: CardIdentity): Promise<Result<IndividualNumberCard>> {
  const connection = await reader.connect()
  if (!connection.ok) return connection
  const session = new CardSession(connection.value, memoryOf(reader))
  const card = await open(session, expected)
  if (!card.ok) await session.release()
  return card
}

async function open(session: CardSession, expected: CardIdentity | undefined): Promise<Result<IndividualNumberCard>> {
  const jpki = new JpkiApplet(session)
  const token = await jpki.open()
  if (!token.ok) return token
  const card = new ChipCard(session, jpki, token.value)
  if (expected === undefined) return ok(card)
  const identity = await card.identity()
  if (!identity.ok) return identity
  return sameCard(identity.value, expected) ? ok(card) : fail('CARD-SWAPPED')
}

function memoryOf(reader: CardReader): ExtendedLengthMemory {
  const known = memories.get(reader)
  if (known !== undefined) return known
  const fresh = { lost: 0 }
  memories.set(reader, fresh)
  return fresh
}
