import { z } from 'zod'

/** Card applications: whose rules, which forms the municipality gave out, and for whom packets are made. */
export const applicationSettingsSchema = z.strictObject({
  /** The municipality's own rules; null takes the default ones. */
  rulesFile: z.string().min(1).nullable().default(null),
  /** JSON list of 申請書ID given out (`formId`, `residentId`, `issuedOn`); null: residents are asked whether they moved. */
  formsFile: z.string().min(1).nullable().default(null),
  /** 送付ファイル. Signed with the city's key of `signing`; null: none are made here. */
  packets: z
    .strictObject({
      /** The issuer's X25519 public key, PEM. */
      recipientKeyFile: z.string().min(1),
      /** Where the files are put; null: the folder `packets` of the data folder. */
      folder: z.string().min(1).nullable().default(null),
    })
    .nullable()
    .default(null),
})
export type ApplicationSettings = z.infer<typeof applicationSettingsSchema>

export function applicationSettingsWithAbsolutePaths(settings: ApplicationSettings, absolute: (file: string) => string): ApplicationSettings {
  const path = (file: string | null): string | null => (file === null ? null : absolute(file))
  const { packets } = settings
  return {
    rulesFile: path(settings.rulesFile),
    formsFile: path(settings.formsFile),
    packets: packets === null ? null : { recipientKeyFile: absolute(packets.recipientKeyFile), folder: path(packets.folder) },
  }
}
