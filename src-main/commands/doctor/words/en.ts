import { counter } from './en/counter.ts'
import { devices } from './en/devices.ts'
import { machine } from './en/machine.ts'
import { records } from './en/records.ts'

/** Frame of the report. */
const report = {
  titles: {
    versions: 'Versions',
    clock: 'Clock',
    shell: 'Screens',
    configuration: 'Configuration',
    disk: 'Disk',
    'data-folder': 'Data folder',
    database: 'Database',
    key: 'Terminal key',
    audit: 'Audit log',
    halt: 'Halt',
    registry: 'Resident registry',
    certificates: 'Certificates (user authentication)',
    'signature-certificates': 'Certificates (signature)',
    'signing-key': 'City signing key',
    seal: 'Seal',
    fonts: 'Fonts',
    fees: 'Fee table',
    'card-work': 'Work on cards',
    'card-reader': 'Card reader',
    'receipt-printer': 'Receipt printer',
    'counter-receipt-printer': 'Counter printer',
    'document-printer': 'Document printer',
  },
  marks: { ok: 'ok', attention: 'ATTENTION', failed: 'FAILED' },
  remedy: ({ remedy }: { remedy: string }) => `-> ${remedy}`,
  sum: ({ ready, ok, attention, failed }: { ready: boolean; ok: number; attention: number; failed: number }) =>
    `${ready ? 'Ready' : 'NOT READY'}: ${ok} ok, ${attention} need attention, ${failed} failed.`,
  /** Several things in one line. */
  list: (items: readonly string[]) => items.join(', '),
  /** Several sentences in one line. */
  sentences: (sentences: readonly string[]) => sentences.join(' '),
}

export const en = { ...report, ...machine, ...records, ...counter, ...devices }
