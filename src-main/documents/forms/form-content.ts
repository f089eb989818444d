/** One row of a form: a label and room for what is filled in, by the program or by hand. */
export type FormRow =
  | { readonly kind: 'text'; readonly label: string; readonly value: string; /** Which item, for the error and for tests. */ readonly field: string; /** Room for a long name or address. */ readonly tall?: boolean }
  | { readonly kind: 'checks'; readonly label: string; readonly options: readonly { readonly text: string; readonly checked: boolean }[]; /** Beside each other. */ readonly columns: number }
  /** Room to sign by hand (自署). */
  | { readonly kind: 'signature'; readonly label: string; readonly note: string }
  /** Empty squares, one a character, for what only the holder writes. */
  | { readonly kind: 'squares'; readonly label: string; readonly count: number; readonly note: string }

/** A photo in its true size, 35 mm × 45 mm; null where one is to be glued on, or none is wanted and `note` says so. */
export interface FormPhoto {
  readonly jpeg: Uint8Array | null
  readonly note: string
}

export type FormPart =
  /** Rows with a photo to their right. */
  | { readonly kind: 'withPhoto'; readonly heading: string; readonly rows: readonly FormRow[]; readonly photo: FormPhoto }
  /** As many photos as the sheet holds, each with marks to cut along and a word under it. */
  | { readonly kind: 'photoGrid'; readonly jpeg: Uint8Array; readonly caption: string }
  | { readonly kind: 'section'; readonly heading: string; readonly rows: readonly FormRow[] }
  | { readonly kind: 'paragraph'; readonly text: string; /** Lines of room. */ readonly lines: number }
  /** Postal address and name, where a window envelope shows them. */
  | { readonly kind: 'addressee'; readonly address: string; readonly name: string; /** Lines. */ readonly sender: readonly string[] }

/** One sheet, A4 unless it says L (89 mm × 127 mm, for photo printers). */
export interface FormSheet {
  readonly size?: 'A4' | 'L'
  readonly title: string
  /** 受付番号 and what else identifies the sheet in the office. */
  readonly reference: string
  /** The date line; a blank one is written by hand. */
  readonly date: string
  /** （宛先）… */
  readonly recipient: string
  readonly parts: readonly FormPart[]
  readonly footer: string
}
