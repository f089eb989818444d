import type { ResidentScreen } from '../../../src-preload/contract.ts'
import { LaterApplicationStep } from './application/later-application-step.tsx'
import { Attract } from './outside/attract.tsx'
import { ChooseMembers } from './request/choose-members.tsx'
import { ChooseOptions } from './order/choose-options.tsx'
import { ChooseService } from './order/choose-service.tsx'
import { Confirm } from './request/confirm.tsx'
import { CardWork } from './card/card-work.tsx'
import { ChoosePin } from './pin-change/choose-pin.tsx'
import { EnterNewPin } from './pin-change/enter-new-pin.tsx'
import { EnterPin } from './pin/enter-pin.tsx'
import { Failed } from './request/failed.tsx'
import { LastTry } from './pin/last-try.tsx'
import { OutOfService } from './outside/out-of-service.tsx'
import { PinChanged } from './pin-change/pin-changed.tsx'
import { PinPartlyChanged } from './pin-change/pin-partly-changed.tsx'
import { PlaceCard } from './card/place-card.tsx'
import { Slip } from './request/slip.tsx'
import { Validity } from './validity/validity.tsx'
import { Working } from './card/working.tsx'

/** One component a kind; a new kind of the contract doesn't compile until it has one. */
export function ScreenView({ screen }: { screen: ResidentScreen }) {
  switch (screen.kind) {
    case 'attract':
      return <Attract screen={screen} />
    case 'outOfService':
      return <OutOfService screen={screen} />
    case 'chooseService':
      return <ChooseService screen={screen} />
    case 'chooseOptions':
      return <ChooseOptions screen={screen} />
    case 'placeCard':
      return <PlaceCard screen={screen} />
    case 'working':
      return <Working screen={screen} />
    case 'enterPin':
      return <EnterPin screen={screen} />
    case 'lastTry':
      return <LastTry screen={screen} />
    case 'choosePin':
      return <ChoosePin screen={screen} />
    case 'enterNewPin':
      return <EnterNewPin screen={screen} />
    case 'pinChanged':
      return <PinChanged screen={screen} />
    case 'pinPartlyChanged':
      return <PinPartlyChanged screen={screen} />
    case 'validity':
      return <Validity screen={screen} />
    case 'cardWork':
      return <CardWork screen={screen} />
    case 'chooseMembers':
      return <ChooseMembers screen={screen} />
    case 'confirm':
      return <Confirm screen={screen} />
    case 'slip':
      return <Slip screen={screen} />
    case 'applicationKind':
    case 'applicationForm':
    case 'applicationMoved':
    case 'applicationDetails':
    case 'photo':
    case 'photoAsk':
    case 'applicationConfirm':
    case 'applicationSlip':
      return <LaterApplicationStep screen={screen} />
    case 'failed':
      return <Failed screen={screen} />
  }
}
