import { useEffect, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import {
  printerFaultSchema,
  readerFaultSchema,
  type Connection,
  type FailureCode,
  type Language,
  type TrainingEvent,
  type TrainingGlass,
  type TrainingSnapshot,
} from '../../src-preload/contract.ts'
import { useSnapshot } from '../glass/use-snapshot.ts'
import { LanguageIcon } from '../parts/icons/icons.tsx'
import { DeskButton } from '../staff/parts/desk-button.tsx'
import { StaffCover } from '../staff/session/staff-cover.tsx'
import { clerkFailure, staffWordsOf } from '../staff/words/staff-words.ts'
import { CardBox } from './card-box.tsx'
import { FaultSwitch } from './fault-switch.tsx'
import { PaperTray } from './paper-tray.tsx'

/** 研修盤: cards to place, devices to upset, and what came out. */
export function TrainingApp({ glass }: { glass: TrainingGlass & Connection }) {
  const [language, setLanguage] = useState<Language>('ja')
  const snapshot = useSnapshot<TrainingSnapshot>(glass)
  const words = staffWordsOf(language)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = staffWordsOf(language).training.title
  }, [language])
  return (
    <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-GB'}>
      {snapshot === null ? (
        <StaffCover language={language} />
      ) : (
        <Panel
          snapshot={snapshot}
          language={language}
          send={async (event) => {
            const reply = await glass.dispatch(event)
            return reply.ok ? null : reply.failure.code
          }}
        >
          <DeskButton
            look="plain"
            label={words.frame.languageLabel}
            onPress={() => {
              setLanguage(language === 'ja' ? 'en' : 'ja')
            }}
          >
            <LanguageIcon />
            <span lang={language === 'ja' ? 'en' : 'ja'}>{words.frame.language}</span>
          </DeskButton>
        </Panel>
      )}
    </I18nProvider>
  )
}

interface PanelProps {
  snapshot: TrainingSnapshot
  language: Language
  send: (event: TrainingEvent) => Promise<FailureCode | null>
  children: ReactNode
}

function Panel({ snapshot, language, send, children }: PanelProps) {
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const { training: words, frame } = staffWordsOf(language)
  const tell = (event: TrainingEvent): void => {
    void send(event).then(setFailure)
  }
  return (
    <main className="training">
      <header className="training-head">
        <h1>{words.title}</h1>
        <span className="sample">{frame.training}</span>
        <p>{words.lead}</p>
        {children}
      </header>
      <div aria-live="assertive">
        {failure === null ? null : (
          <p className="field-error">
            {words.failed(clerkFailure(language, failure).title)} <code>{failure}</code>
          </p>
        )}
      </div>
      <CardBox
        words={words}
        cards={snapshot.cards}
        inserted={snapshot.inserted}
        onInsert={(profile) => {
          tell({ type: 'insertCard', profile })
        }}
        onRemove={() => {
          tell({ type: 'removeCard' })
        }}
      />
      <div className="training-devices">
        <FaultSwitch
          title={words.reader}
          names={words.readerFaults}
          faults={readerFaultSchema.options}
          fault={snapshot.reader}
          onChange={(fault) => {
            tell({ type: 'setReader', fault })
          }}
        />
        <FaultSwitch
          title={words.receiptPrinter}
          names={words.printerFaults}
          faults={printerFaultSchema.options}
          fault={snapshot.receiptPrinter}
          onChange={(fault) => {
            tell({ type: 'setReceiptPrinter', fault })
          }}
        />
        <FaultSwitch
          title={words.documentPrinter}
          names={words.printerFaults}
          faults={printerFaultSchema.options}
          fault={snapshot.documentPrinter}
          onChange={(fault) => {
            tell({ type: 'setDocumentPrinter', fault })
          }}
        />
      </div>
      <PaperTray words={words} papers={snapshot.papers} />
    </main>
  )
}
