import type { ReactNode } from 'react'
import type { CounterService } from '../../../src-preload/contract.ts'
import { NewPinPicture } from '../../parts/pictures/pin-pictures.tsx'
import { CardPicture, ValidityPicture } from '../../parts/pictures/card-pictures.tsx'
import { HouseholdRecordPicture, MemberRecordPicture } from '../../parts/pictures/paper-pictures.tsx'

export const servicePictures: Record<CounterService, ReactNode> = {
  residentRecordHousehold: <HouseholdRecordPicture />,
  residentRecordMembers: <MemberRecordPicture />,
  pinChange: <NewPinPicture />,
  certificateValidity: <ValidityPicture />,
  cardApplication: <CardPicture />,
}
