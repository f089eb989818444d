import type { photoFile as japanese } from '../../ja/applications/photo-file.ts'

export const photoFile: typeof japanese = {
  title: (number: string) => `${number}: photo from a file`,
  lead: 'Choose the JPEG that the applicant brought. It is checked as a photo taken here, and cut to 35 × 45 mm.',
  rules: 'JPEG (RGB), 480 to 6000 pixels a side, 20 KB to 7 MB, taken within six months. Edited photos may be sent back.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  drop: 'A file can also be dropped here',
  checking: 'Looking…',
  refused: {
    fileNotJpeg: 'This is no JPEG. A PNG or HEIC stays one under another name. Have it saved as a JPEG.',
    fileBroken: 'The file is broken. Have it copied again, or take a new photo.',
    fileCmyk: 'It has the colours of print (CMYK). Have it saved as an RGB JPEG.',
    fileTooLight: 'The file is too small (under 20 KB). The photo as it was taken is needed.',
    fileTooHeavy: 'The file is too large (over 7 MB).',
    fileTooFewPixels: 'It has too few pixels (at least 480 a side). The photo as it was taken is needed.',
    fileTooManyPixels: 'It has too many pixels (at most 6000 a side).',
    noFace: 'No face was found. Choose another photo, or take one at the resident’s screen.',
    modelsMissing: 'The parts that look at photos are missing. Call the maintainer; the resident’s screen cannot take photos either.',
  },
  refusedOther: 'This photo cannot be used.',
  kept: 'The photo on the card',
  keptNote: 'Place, time and the like are taken out. The file itself is not kept.',
  asked: 'Next come the questions that no machine can answer.',
  submit: 'Use this photo',
  submitAnyway: 'Use it all the same',
}
