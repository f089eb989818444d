const cover = '＊＊'

/**
 * Hides the family name from side glances but leaves what the family tells each other by.
 * @returns `＊＊ 花子` for `窓口　花子`; a name of one part keeps its first character.
 */
export function maskName(name: string): string {
  const [first = '', ...others] = name.trim().split(/[\s\u3000]+/)
  if (others.length > 0) return [cover, ...others].join(' ')
  const characters = [...new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(first)]
  return `${characters[0]?.segment ?? ''}${cover}`
}
