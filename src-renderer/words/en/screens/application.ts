import type { Words } from '../../ja.ts'

export const application: Words['screens']['application'] = {
  titles: {
    applicationKind: 'What do you want to apply for?',
    applicationForm: 'Please show the QR code of your form',
    applicationMoved: 'Have you moved since you received the form?',
    applicationDetails: 'Please fill in your application',
    photo: 'Your photo',
    photoAsk: 'A member of staff looks at the photo',
    applicationConfirm: 'Is this right?',
    applicationSlip: 'We have your application',
  },
}
