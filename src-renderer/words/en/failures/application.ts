import type { FailureCatalogue } from '../../failure-words.ts'

const again = 'Please choose another photo, or take one here.'
const atDesk = { title: 'The staff are checking', body: 'What you entered is kept.', todo: 'Please wait for the staff.' }

/** Card applications, their photos, packets and lists. */
export const applicationFailures = {
  'APPLICATION-NOT-FOUND': {
    resident: atDesk,
    clerk: { title: 'The application is not there', todo: 'Choose again from the list.' },
  },
  'APPLICATION-STATE': {
    resident: atDesk,
    clerk: { title: 'The application has moved on', todo: 'Open it again and look at its state.' },
  },
  'APPLICATION-RULE': {
    resident: atDesk,
    clerk: { title: 'A condition is not kept', todo: 'See what is listed as missing or barred.' },
  },
  'PHOTO-NOT-JPEG': {
    resident: { title: 'This photo can’t be used', body: 'It is not a JPEG.', todo: again },
    clerk: { title: 'The photo is no JPEG', todo: 'Have a photo taken here, or a JPEG chosen.' },
  },
  'PHOTO-BROKEN': {
    resident: { title: 'This photo can’t be read', body: 'The file is damaged.', todo: again },
    clerk: { title: 'The photo’s file is damaged', todo: 'Have another one chosen, or a photo taken here.' },
  },
  'PHOTO-COLOUR': {
    resident: { title: 'This photo can’t be used', body: 'Its colours are in a format for printing.', todo: again },
    clerk: { title: 'The photo’s colours can’t be used (CMYK?)', todo: 'Have an RGB photo chosen, or one taken here.' },
  },
  'PHOTO-PIXELS': {
    resident: { title: 'This photo has the wrong size', body: 'It must be larger than 480 pixels each way.', todo: again },
    clerk: { title: 'The photo has the wrong number of pixels', todo: '480 to 6000 each way, 35 to 45. Suggest a photo taken here.' },
  },
  'PHOTO-BYTES': {
    resident: { title: 'This photo’s file has the wrong size', body: '20 KB to 7 MB can be used.', todo: again },
    clerk: { title: 'The photo’s file is too small or too large', todo: '20 KB to 7 MB. Have another one chosen, or one taken here.' },
  },
  'PHOTO-METADATA': {
    resident: { title: 'This photo can’t be used', body: 'It still carries where and when it was taken.', todo: again },
    clerk: { title: 'The photo still carries metadata', todo: 'Have one taken here, and tell the IT people.' },
  },
  'PACKET-NOT-CONFIGURED': {
    resident: atDesk,
    clerk: { title: 'The keys for packets are not configured', todo: 'Tell the IT people. The applications stay as they are.' },
  },
  'PACKET-INVALID': {
    resident: atDesk,
    clerk: { title: 'The packet is not what was made', todo: 'Use nothing of it; make it again.' },
  },
  'PACKET-OTHER-KEY': {
    resident: atDesk,
    clerk: { title: 'The packet is for, or from, somebody else', todo: 'Have the IT people check the keys.' },
  },
  'PACKET-INCOMPLETE': {
    resident: atDesk,
    clerk: { title: 'The packet is cut off', todo: 'Make it again under the same number; nothing is sent twice.' },
  },
  'PACKET-FOLDER': {
    resident: atDesk,
    clerk: { title: 'The packet can’t be written', todo: 'Have the IT people check room and rights of its folder.' },
  },
  'BATCH-LIST': {
    resident: atDesk,
    clerk: { title: 'The list can’t be taken in', todo: 'Mend the columns and lines shown and read it again. Nothing was taken in.' },
  },
} satisfies Partial<FailureCatalogue>
