import type { ResidentScreen } from '../../src-preload/contract.ts'
import { Attract } from './screens/attract.tsx'
import { ChooseMembers } from './screens/choose-members.tsx'
import { ChooseOptions } from './screens/choose-options.tsx'
import { ChooseService } from './screens/choose-service.tsx'
import { Confirm } from './screens/confirm.tsx'
import { EnterPin } from './screens/enter-pin.tsx'
import { Failed } from './screens/failed.tsx'
import { LastTry } from './screens/last-try.tsx'
import { OutOfService } from './screens/out-of-service.tsx'
import { PlaceCard } from './screens/place-card.tsx'
import { Slip } from './screens/slip.tsx'
import { Working } from './screens/working.tsx'

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
