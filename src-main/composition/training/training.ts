import { once } from '../../once.ts'
import { CardBox } from '../../training/card/card-box.ts'
import { cardProfileNames, cardProfiles } from '../../training/card/profiles/card-profiles.ts'
import { TrainingDesk, type TrainingDeskParts } from '../../training/training-desk.ts'

/** The hands of training mode, with a box of cards from the kit. */
export function composeTrainingDesk(
  parts: Pick<TrainingDeskParts, 'reader' | 'receiptPrinter' | 'documentPrinter' | 'paperFolder'> & { kit: string; /** Where cards keep what changes on them. */ cardsFolder: string | null },
): TrainingDesk {
  const { kit, cardsFolder, ...devices } = parts
  const box = new CardBox(kit, cardsFolder)
  return new TrainingDesk({
    training: true,
    cards: once(() => cardProfileNames().map((profile) => ({ profile, title: titleOf(profile) }))),
    takeCard: (profile) => box.card(profile),
    ...devices,
  })
}

function titleOf(profile: string): string {
  const holder = cardProfiles().profiles[profile]?.holder
  return holder === undefined ? profile : (cardProfiles().holders[holder]?.name ?? profile)
}
