/**
 * How a record words the parts of a date that nobody knows. The exact words differ between municipalities and
 * are not in the reference (§F.3 only asks that such dates be representable), so they are this table and not
 * strings in the code: a municipality's configuration may bring its own. `{year}` and `{month}` stand for the
 * year with 年 and the month with 月.
 */
export interface UncertainWording {
  readonly dayUnknown: string
  readonly monthAndDayUnknown: string
}

export const customaryWording: UncertainWording = {
  dayUnknown: '{year}{month}日不詳',
  monthAndDayUnknown: '{year}月日不詳',
}
