import type { ResidentScreen } from '../../../../src-preload/contract.ts'
import { CardPicture } from '../../../parts/pictures/card-pictures.tsx'
import { Stage } from '../../frame/stage.tsx'
import { useResident } from '../../resident-context.tsx'

type ApplicationScreen = Extract<ResidentScreen, { kind: `application${string}` | 'photo' | 'photoAsk' }>

/** What a step of an application asks, in its own words. */
export function ApplicationStep({ screen }: { screen: ApplicationScreen }) {
  const { words } = useResident()
  return <Stage id={screen.kind} title={words.screens.application.titles[screen.kind]} picture={<CardPicture />} />
}
