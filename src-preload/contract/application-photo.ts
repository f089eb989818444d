import { z } from 'zod'
import { maxPhotoBase64, photoReasons } from './values.ts'

/** The photo of a card application (reference counter-procedures §A.3, photo-pki §1.5). */

export const machinePhotoReasonSchema = z.enum(photoReasons.machine)
export type MachinePhotoReason = z.infer<typeof machinePhotoReasonSchema>
export const clerkPhotoReasonSchema = z.enum(photoReasons.clerk)
export type ClerkPhotoReason = z.infer<typeof clerkPhotoReasonSchema>
export const photoReasonSchema = z.enum([...photoReasons.machine, ...photoReasons.clerk])
export type PhotoReason = z.infer<typeof photoReasonSchema>

/** Why a photo is taken all the same; the form names it beside the name (reference counter-procedures §A.3). */
export const photoExceptionSchema = z.enum(['bandage', 'eyePatch', 'religiousHeadgear', 'medicalHeadgear', 'tube', 'wheelchair', 'lyingDown', 'helperBeside', 'other'])
export type PhotoException = z.infer<typeof photoExceptionSchema>

export const photoSourceSchema = z.enum(['camera', 'file'])
export type PhotoSource = z.infer<typeof photoSourceSchema>

/** The chosen picture: 1050x1350 px or another multiple of 7:9, JPEG without any metadata. Main reads it again. */
export const chosenPhotoSchema = z.strictObject({
  /** Base64 of the file. */
  jpeg: z.base64().min(1).max(maxPhotoBase64),
  /** What the page found in it; empty when nothing. Never trusted for the file's own rules. */
  findings: z.array(photoReasonSchema).max(30),
  source: photoSourceSchema,
})
export type ChosenPhoto = z.infer<typeof chosenPhotoSchema>
