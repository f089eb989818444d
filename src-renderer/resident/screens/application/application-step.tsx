import type { ResidentScreen } from '../../../../src-preload/contract.ts'
import { ApplicationConfirm } from './application-confirm.tsx'
import { ApplicationForm } from './application-form.tsx'
import { ApplicationKind } from './application-kind.tsx'
import { ApplicationMoved } from './application-moved.tsx'
import { ApplicationSlip } from './application-slip.tsx'
import { BirthDate } from './entry/birth-date.tsx'
import { Collection } from './collection.tsx'
import { Photo } from './photo/photo.tsx'
import { PhotoAsk } from './photo/photo-ask.tsx'
import { Wishes } from './wishes.tsx'

export type ApplicationScreen = Extract<ResidentScreen, { kind: `application${string}` | 'photo' | 'photoAsk' }>

/** One component a step of an application. */
export function ApplicationStep({ screen }: { screen: ApplicationScreen }) {
  switch (screen.kind) {
    case 'applicationKind':
      return <ApplicationKind screen={screen} />
    case 'applicationForm':
      return <ApplicationForm screen={screen} />
    case 'applicationMoved':
      return <ApplicationMoved />
    case 'applicationDetails':
      if (screen.question === 'birthDate') return <BirthDate screen={screen} />
      return screen.question === 'wishes' ? <Wishes screen={screen} /> : <Collection screen={screen} />
    case 'photo':
      return <Photo screen={screen} />
    case 'photoAsk':
      return <PhotoAsk screen={screen} />
    case 'applicationConfirm':
      return <ApplicationConfirm screen={screen} />
    case 'applicationSlip':
      return <ApplicationSlip screen={screen} />
  }
}
