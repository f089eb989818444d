import { readFileSync } from 'node:fs'
import { dirname, isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { applicationKindSchema, cardCaseKindSchema, collectionWaySchema, counterServiceSchema, languageSchema, recordOptionSchema } from '../src-preload/contract.ts'
import { applicationSettingsSchema, applicationSettingsWithAbsolutePaths } from './config/application-schema.ts'
import { cardWorkSettingsSchema, issuerSettingsSchema } from './config/card-work-schema.ts'
import { certificateStatusSchema, statusSettingsWithAbsolutePaths } from './config/certificate-status-schema.ts'
import { fail, ok, type Result } from './failures/result.ts'
import { openingHoursSchema } from './procedures/session/opening-hours.ts'

/** A path; relative ones count from the folder of the configuration file. */
const path = z.string().min(1)

const training = z.strictObject({ driver: z.literal('training') })

/** 端末の性格: what a terminal offers is data, not code (design §1). */
const profileSchema = z.strictObject({
  name: z.enum(['counter', 'post-office', 'self-service', 'outreach']),
  /** 研修モード: everything carries 見本, and only then may anything be simulated. */
  training: z.boolean(),
  languages: z.array(languageSchema).min(1),
  services: z.array(counterServiceSchema).min(1),
  /** What clerks may do to cards here; a post office does no more of it than it was commissioned with. */
  cardWork: z.array(cardCaseKindSchema).default([]),
  /** Applications for cards that are taken here, and how the cards come to people; none: no applications. */
  applications: z
    .strictObject({
      kinds: z.array(applicationKindSchema),
      collections: z.array(collectionWaySchema),
      /**
       * Whether residents may bring their photo as a file. It opens the system's own window for files and a USB socket to
       * whoever stands there, so only where somebody watches; a clerk can take a file everywhere.
       */
      photoFile: z.boolean().default(false),
    })
    .default({ kinds: [], collections: [], photoFile: false }),
  /** Items that may be asked for here; what is not listed can't be printed at this terminal. */
  options: z.array(recordOptionSchema),
  maxCopies: z.int().min(1).max(10),
  hours: openingHoursSchema.nullable(),
  lastTry: z.enum(['staff', 'refuse']),
  /** Whether 手数料 are those of the counter or of a kiosk (reference counter-procedures §D.7). */
  feeChannel: z.enum(['counter', 'kiosk']),
  idleSeconds: z
    .strictObject({ warn: z.int().min(5), wipe: z.int().min(10) })
    .refine(({ warn, wipe }) => warn < wipe, { path: ['wipe'], message: 'not after "warn"' })
    .default({ warn: 60, wipe: 90 }),
  staffLockMinutes: z.int().min(1).max(120).default(15),
})

const cardReaderSchema = z.discriminatedUnion('driver', [
  training,
  z.strictObject({
    driver: z.enum(['koffi', 'pcsclite']),
    /** Part of the reader's name; null takes the first reader. */
    reader: z.string().nullable().default(null),
    apduDeadlineSeconds: z.number().min(1).max(60).default(10),
  }),
])

const receiptPrinterSchema = z.discriminatedUnion('driver', [
  training,
  z.strictObject({
    driver: z.literal('escpos-serial'),
    path: z.string().min(1),
    baudRate: z.int().default(38400),
    /** Characters per line (half-width). */
    columns: z.int().min(24).max(64).default(48),
    /** Hardware flow control, as set on the printer's switches. */
    rtscts: z.boolean().default(false),
    /** How the printer says that it is done: GS ( H (newer Epson and compatibles), or GS r 1 (all). */
    completion: z.enum(['processId', 'paperSensor']).default('paperSensor'),
    /** Whether it knows DLE DC4 8 (clear buffers). */
    clearsBuffers: z.boolean().default(false),
  }),
])

const documentPrinterSchema = z.discriminatedUnion('driver', [
  training,
  z.strictObject({ driver: z.literal('ipp'), uri: z.url({ protocol: /^ipps?$/ }), deadlineSeconds: z.int().min(5).max(600).default(120), /** IPP media keyword of the tray with the security paper. */ media: z.string().nullable().default(null) }),
])

export const configurationSchema = z
  .strictObject({
    profile: profileSchema,
    terminal: z.strictObject({
      number: z.string().regex(/^[A-Za-z0-9]{1,8}$/),
      office: z.string().min(1),
      /** 電話番号 of that office as it is printed, such as 0123-45-6789（内線12）, on letters that people may ask about; null: none is printed. */
      officePhone: z
        .string()
        .regex(/^0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}(?:（内線[0-9]{1,6}）)?$/)
        .nullable()
        .default(null),
    }),
    municipality: z.strictObject({
      name: z.strictObject({ ja: z.string().min(1), en: z.string().min(1) }),
      /** 全国地方公共団体コード, 6 digits. */
      code: z.string().regex(/^\d{6}$/),
      mayorTitle: z.string().min(1),
      mayorName: z.string().min(1),
      /** PNG of the 公印; null only in training. */
      sealFile: path.nullable(),
    }),
    /** Database, key file, backups. Nobody but the kiosk's own account may read it. */
    dataFolder: path,
    devices: z.strictObject({
      cardReader: cardReaderSchema,
      receiptPrinter: receiptPrinterSchema,
      /** 領収書; null prints them on the terminal's receipt printer. */
      counterReceiptPrinter: receiptPrinterSchema.nullable().default(null),
      documentPrinter: documentPrinterSchema,
    }),
    residents: z.strictObject({
      driver: z.literal('sqlite'),
      file: path,
      maxNameGraphemes: z.int().default(60),
      maxAddressGraphemes: z.int().default(120),
    }),
    certificateStatus: certificateStatusSchema,
    cardWork: cardWorkSettingsSchema.prefault({}),
    applications: applicationSettingsSchema.prefault({}),
    issuer: issuerSettingsSchema.default({ driver: 'none' }),
    /** Ed25519 key of the city for the verification code on paper. */
    signing: z.strictObject({ keyId: z.string().regex(/^[A-Za-z0-9-]{1,16}$/), keyFile: path }),
    /** In order of preference; IPAmj明朝 first where the system has it. */
    fonts: z.array(path).min(1),
    feesFile: path,
    /** What a new PIN may be, in the municipality's own words; null refuses all that is known to be inappropriate. */
    pinRulesFile: path.nullable().default(null),
    retentionDays: z.int().min(1).default(30),
    maxUnfinishedRequests: z.int().min(1).default(50),
  })
  .superRefine((configuration, context) => {
    const { profile, cardWork, municipality, issuer } = configuration
    const commissioned = cardWork.commissions.some((commission) => commission.municipality === municipality.code)
    if (profile.name === 'post-office' && profile.cardWork.length > 0 && !commissioned) {
      context.addIssue({ code: 'custom', path: ['cardWork', 'commissions'], message: `a post office works on cards by commission; none names ${municipality.code}` })
    }
    if (profile.name === 'self-service' && profile.cardWork.length > 0) {
      context.addIssue({ code: 'custom', path: ['profile', 'cardWork'], message: 'no clerk is at a self-service terminal' })
    }
    if (profile.training) return
    if (issuer.driver === 'training') context.addIssue({ code: 'custom', path: ['issuer', 'driver'], message: 'a production profile cannot use anything simulated' })
    const simulated = Object.entries(configuration.devices).filter(([, device]) => device?.driver === 'training')
    for (const [name] of simulated) context.addIssue({ code: 'custom', path: ['devices', name], message: 'a production profile cannot use anything simulated' })
    if (municipality.sealFile === null) context.addIssue({ code: 'custom', path: ['municipality', 'sealFile'], message: 'a production profile needs the seal' })
  })

export type Configuration = z.infer<typeof configurationSchema>

/** Reads and checks a configuration file. CONFIG-INVALID with every place that is wrong, one a line. */
export function readConfiguration(file: string): Result<Configuration> {
  let raw: unknown
  try {
    // Some editors begin a file with a byte order mark.
    raw = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''))
  } catch (error) {
    return fail('CONFIG-INVALID', `${file}: ${withoutQuotation(error)}`)
  }
  return checkConfiguration(raw, dirname(resolve(file)), file)
}

/** The engine's message quotes the text around a wrong character, and that may be a printer's password. */
function withoutQuotation(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return error instanceof SyntaxError ? message.replace(/, (?:\.\.\.)?"[^]*" *(?:\.\.\. *)?is not valid JSON$/u, ' is not valid JSON here') : message
}

/** The same for a value that is already read; `base` is what relative paths count from. */
export function checkConfiguration(raw: unknown, base: string, source: string): Result<Configuration> {
  const parsed = configurationSchema.safeParse(raw)
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => `${source}: ${issue.path.join('.') || '(top)'}: ${issue.message}`)
    return fail('CONFIG-INVALID', places.join('\n'))
  }
  return ok(withAbsolutePaths(parsed.data, base))
}

function withAbsolutePaths(configuration: Configuration, base: string): Configuration {
  const absolute = (file: string): string => (isAbsolute(file) ? file : resolve(base, file))
  return {
    ...configuration,
    municipality: { ...configuration.municipality, sealFile: configuration.municipality.sealFile === null ? null : absolute(configuration.municipality.sealFile) },
    dataFolder: absolute(configuration.dataFolder),
    residents: { ...configuration.residents, file: absolute(configuration.residents.file) },
    certificateStatus: statusSettingsWithAbsolutePaths(configuration.certificateStatus, absolute),
    cardWork: { ...configuration.cardWork, rulesFile: configuration.cardWork.rulesFile === null ? null : absolute(configuration.cardWork.rulesFile) },
    applications: applicationSettingsWithAbsolutePaths(configuration.applications, absolute),
    signing: { ...configuration.signing, keyFile: absolute(configuration.signing.keyFile) },
    fonts: configuration.fonts.map(absolute),
    feesFile: absolute(configuration.feesFile),
    pinRulesFile: configuration.pinRulesFile === null ? null : absolute(configuration.pinRulesFile),
  }
}
