/** Japan Standard Time is UTC+9 all year. */
const japanOffset = 9 * 3_600_000

/** 00:00:00 of the Japanese calendar day `years` years and `days` days after the day of `instant`. */
export function japaneseDay(instant: Date, years: number, days = 0): Date {
  const local = new Date(instant.getTime() + japanOffset)
  return new Date(Date.UTC(local.getUTCFullYear() + years, local.getUTCMonth(), local.getUTCDate() + days) - japanOffset)
}

/** Last second of the Japanese calendar day before `japaneseDay(instant, years, days)`. */
export const lastSecondBefore = (instant: Date, years: number, days = 0): Date => new Date(japaneseDay(instant, years, days).getTime() - 1000)

/** Calendar date in Japan, YYYYMMDD. */
export const japaneseDate = (instant: Date): string => new Date(instant.getTime() + japanOffset).toISOString().slice(0, 10).replaceAll('-', '')
