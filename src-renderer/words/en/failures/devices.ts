import type { FailureCatalogue } from '../../failure-words.ts'

const ask = 'Please ask the staff.'
const noPaper = { title: 'Certificates can’t be printed now', body: 'Your request is kept.', todo: ask }
const noSlip = { title: 'The slip did not come out', body: 'We have your request.', todo: 'Tell the counter the number on the screen.' }

/** The document printer behind the counter and the receipt printer beside the terminal. */
export const deviceFailures = {
  'PRINTER-PAPER-OUT': {
    resident: noPaper,
    clerk: { title: 'Certificate printer: no paper', todo: 'Add paper and print again. Nothing has come out.' },
  },
  'PRINTER-COVER-OPEN': {
    resident: noPaper,
    clerk: { title: 'Certificate printer: cover open', todo: 'Close the cover and print again. Nothing has come out.' },
  },
  'PRINTER-JAM': {
    resident: noPaper,
    clerk: { title: 'Certificate printer: paper jam', todo: 'Remove the paper, count it as spoiled, then print again.' },
  },
  'PRINTER-OFFLINE': {
    resident: noPaper,
    clerk: { title: 'Certificate printer not reached', todo: 'Check power and cable. Nothing has come out.' },
  },
  'PRINTER-TIMEOUT': {
    resident: noPaper,
    clerk: { title: 'Certificate printer did not report completion', todo: 'Look whether the paper came out and say so here.' },
  },
  'PRINTER-REFUSED': {
    resident: noPaper,
    clerk: { title: 'Certificate printer refused the job', todo: 'Check its display and settings. Nothing has come out.' },
  },
  'PRINTER-UNCERTAIN': {
    resident: noPaper,
    clerk: {
      title: 'Not known whether the certificate came out',
      todo: 'Look for the paper and say whether it came out. Don’t print again before that.',
    },
  },
  'RECEIPT-PAPER-OUT': {
    resident: noSlip,
    clerk: { title: 'Receipt printer: no paper', todo: 'Replace the roll and print the slip again if needed.' },
  },
  'RECEIPT-COVER-OPEN': {
    resident: noSlip,
    clerk: { title: 'Receipt printer: cover open', todo: 'Close the cover and print the slip again if needed.' },
  },
  'RECEIPT-JAM': {
    resident: noSlip,
    clerk: { title: 'Receipt printer: paper jam', todo: 'Remove the paper and print the slip again if needed.' },
  },
  'RECEIPT-OFFLINE': {
    resident: noSlip,
    clerk: { title: 'Receipt printer not reached', todo: 'Check power and cable. The resident saw the number on the screen.' },
  },
  'RECEIPT-TIMEOUT': {
    resident: noSlip,
    clerk: { title: 'Receipt printer does not answer', todo: 'Look whether the slip came out; print it again if not.' },
  },
  'RECEIPT-UNCERTAIN': {
    resident: noSlip,
    clerk: { title: 'Not known whether the slip came out', todo: 'Look for it; print it again if it did not.' },
  },
  'RECEIPT-CHARACTER': {
    resident: noSlip,
    clerk: {
      title: 'The receipt has a character that can’t be printed',
      todo: 'Stopped before sending. Ask maintenance to check settings such as the municipality’s name.',
    },
  },
} satisfies Partial<FailureCatalogue>
