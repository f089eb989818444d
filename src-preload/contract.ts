/**
 * THE boundary: every message between the glass (renderer) and main. Main validates with these schemas all that comes
 * in and all that leaves; the glass shows what comes out. The same contract runs over Electron IPC and over the loopback
 * socket of the system-Chromium host.
 */
import { z } from 'zod'
import {
  applicationDetailSchema,
  applicationPhotoViewSchema,
  applicationStatisticsSchema,
  batchDetailSchema,
  batchListCheckSchema,
  batchSheetSchema,
  type ApplicationDetail,
  type ApplicationPaper,
  type ApplicationPhotoView,
  type ApplicationStatistics,
  type BatchDetail,
  type BatchListCheck,
  type BatchSheet,
} from './contract/applications.ts'
import { cardCaseDetailSchema, cardLookSchema, residentHitsSchema, type CardCaseDetail, type CardFace, type CardLook, type CasePaper, type ResidentHits } from './contract/card-cases.ts'
import { replySchema } from './contract/common.ts'
import { residentEventSchema, residentSnapshotSchema, type ResidentEvent, type ResidentSnapshot } from './contract/resident.ts'
import { previewSchema, requestDetailSchema, staffAccountsSchema, staffEventSchema, staffQuerySchema, staffSnapshotSchema, type Preview, type RequestDetail, type StaffAccountsView, type StaffEvent, type StaffQuery, type StaffSnapshot } from './contract/staff.ts'
import { trainingEventSchema, trainingSnapshotSchema, type TrainingEvent, type TrainingSnapshot } from './contract/training.ts'
import type { FailureCode } from './contract/failure-codes.ts'
import { sides } from './contract/values.ts'

export * from './contract/application-domain.ts'
export * from './contract/application-photo.ts'
export * from './contract/application-screens.ts'
export * from './contract/applications.ts'
export * from './contract/card-cases.ts'
export * from './contract/common.ts'
export * from './contract/failure-codes.ts'
export * from './contract/resident.ts'
export * from './contract/resident-screens.ts'
export * from './contract/staff.ts'
export * from './contract/training.ts'
export * from './contract/values.ts'

/** Which screen a connection belongs to; fixed by the host when the page is opened, never by the page. */
export const sideSchema = z.enum(sides)
export type Side = z.infer<typeof sideSchema>

export const residentMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dispatch'), id: z.int(), event: residentEventSchema }),
])
export const staffMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dispatch'), id: z.int(), event: staffEventSchema }),
  z.strictObject({ kind: z.literal('query'), id: z.int(), query: staffQuerySchema }),
])
export const trainingMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dispatch'), id: z.int(), event: trainingEventSchema }),
])

export const outgoingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), snapshot: z.discriminatedUnion('side', [residentSnapshotSchema, staffSnapshotSchema, trainingSnapshotSchema]) }),
  z.strictObject({ kind: z.literal('reply'), id: z.int(), result: replySchema }),
  /** Main has nothing that may be shown: what stands on the glass is not to be trusted any more. */
  z.strictObject({ kind: z.literal('cover') }),
])
export type Outgoing = z.infer<typeof outgoingSchema>

/** What a query is answered with. */
export const queryAnswerSchemas = {
  requestDetail: requestDetailSchema,
  preview: previewSchema,
  staffAccounts: staffAccountsSchema,
  cardCaseDetail: cardCaseDetailSchema,
  cardCasePaper: previewSchema,
  residentSearch: residentHitsSchema,
  cardLook: cardLookSchema,
  applicationDetail: applicationDetailSchema,
  applicationPhotoView: applicationPhotoViewSchema,
  applicationPaper: previewSchema,
  applicationStatistics: applicationStatisticsSchema,
  applicationBatchCheck: batchListCheckSchema,
  applicationBatchDetail: batchDetailSchema,
  applicationBatchSheet: batchSheetSchema,
} satisfies Record<StaffQuery['type'], z.ZodType>
export type QueryAnswer<T extends StaffQuery['type']> = z.infer<(typeof queryAnswerSchemas)[T]>

export type Reply<T> = { ok: true; value: T } | { ok: false; failure: { code: FailureCode } }

/** What a page gets, whichever host it runs in. */
export interface ResidentGlass {
  readonly side: 'resident'
  /** Called at once with the present snapshot and then on every change. Returns the unsubscriber. */
  onSnapshot(listener: (snapshot: ResidentSnapshot) => void): () => void
  dispatch(event: ResidentEvent): Promise<Reply<void>>
}

export interface StaffGlass {
  readonly side: 'staff'
  onSnapshot(listener: (snapshot: StaffSnapshot) => void): () => void
  dispatch(event: StaffEvent): Promise<Reply<void>>
  requestDetail(requestId: string): Promise<Reply<RequestDetail>>
  preview(requestId: string): Promise<Reply<Preview>>
  /** For supervisors. */
  staffAccounts(): Promise<Reply<StaffAccountsView>>
  cardCaseDetail(caseId: string): Promise<Reply<CardCaseDetail>>
  cardCasePaper(caseId: string, paper: CasePaper): Promise<Reply<Preview>>
  residentSearch(text: string, birthDate: string): Promise<Reply<ResidentHits>>
  /** `face`: what is printed on the card, where its certificate does not lead to a resident. */
  cardLook(face: CardFace | null): Promise<Reply<CardLook>>
  applicationDetail(applicationId: string): Promise<Reply<ApplicationDetail>>
  applicationPhoto(applicationId: string): Promise<Reply<ApplicationPhotoView>>
  applicationPaper(applicationId: string, paper: ApplicationPaper): Promise<Reply<Preview>>
  applicationStatistics(on: string): Promise<Reply<ApplicationStatistics>>
  /** `csv`: base64 of the file as it is, UTF-8 or Shift_JIS. */
  applicationBatchCheck(csv: string): Promise<Reply<BatchListCheck>>
  applicationBatchDetail(batchId: string): Promise<Reply<BatchDetail>>
  applicationBatchSheet(batchId: string): Promise<Reply<BatchSheet>>
}

export interface TrainingGlass {
  readonly side: 'training'
  onSnapshot(listener: (snapshot: TrainingSnapshot) => void): () => void
  dispatch(event: TrainingEvent): Promise<Reply<void>>
}

/** The connection to main is gone; the glass shows "please wait" and the host restores it. */
export interface Connection {
  onConnection(listener: (connected: boolean) => void): () => void
}

export type Glass = (ResidentGlass | StaffGlass | TrainingGlass) & Connection
