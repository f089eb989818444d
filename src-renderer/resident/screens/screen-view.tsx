import type { ResidentScreen } from '../../../src-preload/contract.ts'
import { Attract } from './outside/attract.tsx'
import { ChooseMembers } from './request/choose-members.tsx'
import { ChooseOptions } from './order/choose-options.tsx'
import { ChooseService } from './order/choose-service.tsx'
import { Confirm } from './request/confirm.tsx'
import { EnterPin } from './card/enter-pin.tsx'
import { Failed } from './request/failed.tsx'
import { LastTry } from './card/last-try.tsx'
import { OutOfService } from './outside/out-of-service.tsx'
import { PlaceCard } from './card/place-card.tsx'
import { Slip } from './request/slip.tsx'
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
    case 'chooseMembers':
      return <ChooseMembers screen={screen} />
    case 'confirm':
      return <Confirm screen={screen} />
    case 'slip':
      return <Slip screen={screen} />
    case 'failed':
      return <Failed screen={screen} />
  }
}
