import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { BatchListCheck, FailureCode } from '../../../../src-preload/contract.ts'
import { SuccessIcon } from '../../../parts/icons/icons.tsx'
import { DeskButton } from '../../parts/desk-button.tsx'
import { DeskDialog } from '../../parts/desk-dialog.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { useStaff } from '../../staff-context.ts'
import { useApplicationsDesk } from '../applications-context.ts'
import { fileToBase64, maxListBytes } from './read-file.ts'

type Checked =
  | { readonly state: 'none' | 'tooLarge' | 'checking' }
  | { readonly state: 'failed'; readonly code: FailureCode }
  | { readonly state: 'checked'; readonly name: string; readonly csv: string; readonly check: BatchListCheck }

const shownProblems = 50

/** 名簿の取込み: what a list is like is said before anything is taken from it. */
export function BatchImportDialog({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const { words } = useStaff()
  const { glass, perform } = useApplicationsDesk()
  const own = words.applications.dialogs.batchImport
  const [checked, setChecked] = useState<Checked>({ state: 'none' })

  const look = async (file: File): Promise<void> => {
    if (file.size > maxListBytes) {
      setChecked({ state: 'tooLarge' })
      return
    }
    setChecked({ state: 'checking' })
    const csv = await fileToBase64(file)
    const reply = await glass.applicationBatchCheck(csv)
    setChecked(reply.ok ? { state: 'checked', name: file.name, csv, check: reply.value } : { state: 'failed', code: reply.failure.code })
  }
  const importable = checked.state === 'checked' && checked.check.importable

  return (
    <DeskDialog
      title={own.title}
      onClose={onClose}
      wide
      submit={{
        words: own.submit,
        isDisabled: !importable,
        onSubmit: () => {
          if (importable) perform('batchImport', batchId, { type: 'applicationBatchImport', batchId, csv: checked.csv })
        },
      }}
    >
      <p>{own.lead}</p>
      <p className="quiet">{own.columns}</p>
      <FileTrigger
        acceptedFileTypes={['.csv', 'text/csv']}
        onSelect={(files) => {
          const file = files?.item(0) ?? null
          if (file !== null) void look(file)
        }}
      >
        <DeskButton look={importable ? 'secondary' : 'primary'} takesFocus>
          {own.choose}
        </DeskButton>
      </FileTrigger>
      <div className="list-check" aria-live="polite">
        {checked.state === 'checking' ? <p className="quiet">{own.checking}</p> : null}
        {checked.state === 'tooLarge' ? <p className="field-error">{own.tooLarge}</p> : null}
        {checked.state === 'failed' ? <FailureNote code={checked.code} /> : null}
        {checked.state === 'checked' ? <Check name={checked.name} check={checked.check} /> : null}
      </div>
    </DeskDialog>
  )
}

function Check({ name, check }: { name: string; check: BatchListCheck }) {
  const { words, language } = useStaff()
  const own = words.applications.dialogs.batchImport
  const { problems } = words.applications.batches
  const { columns } = check
  const join = (names: readonly string[]): string => names.join(language === 'ja' ? '、' : ', ')
  const lines = [
    [own.found, columns.found, ''],
    [own.missing, columns.missing, 'field-error'],
    [own.twice, columns.twice, 'field-error'],
    [own.unknown, columns.unknown, ''],
  ] as const
  return (
    <>
      <p>
        {name}　<strong>{own.people(check.people, check.encoding === 'utf8' ? 'UTF-8' : 'Shift_JIS')}</strong>
      </p>
      <dl className="pairs">
        {lines.map(([term, names, look]) =>
          names.length === 0 ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd className={look}>{join(names)}</dd>
            </div>
          ),
        )}
      </dl>
      {check.problems.length === 0 ? null : (
        <>
          <h3>{own.problems(check.problems.length)}</h3>
          <div className="list-problems">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{own.line}</th>
                  <th scope="col">{own.column}</th>
                  <th scope="col">{own.problem}</th>
                </tr>
              </thead>
              <tbody>
                {check.problems.slice(0, shownProblems).map(({ line, column, problem }) => (
                  <tr key={`${line} ${column} ${problem}`}>
                    <td className="table-number">{line}</td>
                    <td>{column}</td>
                    <td>{problems[problem]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {check.problems.length > shownProblems ? <p>{own.moreProblems(check.problems.length - shownProblems)}</p> : null}
        </>
      )}
      {check.importable ? (
        <p className="photo-line photo-fine">
          <SuccessIcon />
          {own.good}
        </p>
      ) : (
        <p className="dialog-warning">{own.bad}</p>
      )}
    </>
  )
}
