import type { ReactNode } from 'react'
import type { Service } from '../../../src-preload/contract.ts'
import { HouseholdRecordPicture, MemberRecordPicture } from '../../parts/pictures/paper-pictures.tsx'

export const servicePictures: Record<Service, ReactNode> = {
  residentRecordHousehold: <HouseholdRecordPicture />,
  residentRecordMembers: <MemberRecordPicture />,
}
