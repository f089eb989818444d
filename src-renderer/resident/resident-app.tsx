import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Connection, ResidentEvent, ResidentGlass, ResidentSnapshot } from '../../src-preload/contract.ts'
import { FuriganaContext } from '../parts/text.tsx'
import { wordsOf } from '../words/words.ts'
import { Cover } from './cover.tsx'
import { Frame } from './frame/frame.tsx'
import { IdleOverlay } from './frame/idle-overlay.tsx'
import { ResidentContext, type Resident } from './resident-context.tsx'
import { ScreenView } from './screens/screen-view.tsx'
import { useGlass } from './page/use-glass.ts'
import { usePageAttributes } from './page/use-page-attributes.ts'
import { useTouch } from './page/use-touch.ts'

type Glass = ResidentGlass & Connection

/** The resident screen: whatever main says it shows, and nothing of its own. */
export function ResidentApp({ glass }: { glass: Glass }) {
  const snapshot = useGlass(glass)
  return snapshot === null ? <Cover /> : <Session glass={glass} snapshot={snapshot} />
}

function Session({ glass, snapshot }: { glass: Glass; snapshot: ResidentSnapshot }) {
  const [refusedAt, setRefusedAt] = useState<number | null>(null)
  const { revision } = snapshot
  const drawn = useRef(revision)
  useEffect(() => {
    drawn.current = revision
  }, [revision])
  const send = useCallback(
    (event: ResidentEvent) => {
      void glass.dispatch(event).then((reply) => {
        if (reply.ok) return
        // The screen had moved on before the finger came down: the new screen is the answer.
        if (reply.failure.code === 'MESSAGE-ILL-TIMED') return
        setRefusedAt(drawn.current)
      })
    },
    [glass],
  )
  const touch = useCallback(() => {
    setRefusedAt(null)
    send({ type: 'touch' })
  }, [send])
  useTouch(touch)
  usePageAttributes(snapshot)
  const resident = useMemo<Resident>(() => ({ snapshot, words: wordsOf(snapshot.language), send }), [snapshot, send])

  return (
    <I18nProvider locale={snapshot.language === 'ja' ? 'ja-JP' : 'en-GB'}>
      <ResidentContext value={resident}>
        <FuriganaContext value={snapshot.display.furigana && snapshot.language === 'ja'}>
          <Frame refused={refusedAt === revision}>
            <ScreenView screen={snapshot.screen} />
          </Frame>
          {snapshot.idleSecondsLeft === null ? null : <IdleOverlay secondsLeft={snapshot.idleSecondsLeft} />}
        </FuriganaContext>
      </ResidentContext>
    </I18nProvider>
  )
}
