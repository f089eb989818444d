/** What a Japanese report may say in ASCII letters: it is typed, looked up or bought under that name. */
const names = [
  ...['Node', 'SQLite', 'Electron', 'Chromium', 'Debian', 'IPAmj明朝', 'Ed25519', 'PEM', 'PNG', 'OS', 'MB', 'USB', 'PC/SC (koffi)', 'IPP', 'crl-file', 'crl-url', 'ocsp', 'delivery-centre', 'Asia/Tokyo', 'UTC', '-wal'],
  ...['npm ci', 'npm run build', 'npm run', 'npm start', 'doctor', 'timedatectl set-ntp true', 'chmod 600', 'chmod 700', 'MADOGUCHI_CHROMIUM', 'fonts-ipamj-mincho'],
  ...['terminal.number', 'dataFolder', 'certificateStatus', 'signing.keyFile', 'municipality.sealFile', 'profile.cardWork', 'cardWork.commissions', '設定の fonts'],
  ...['IPAmjMincho', 'BIZUDMincho-Regular', '鍵 training'],
]

const forms = [
  // Paths and file names, not the second half of PC/SC; parentheses and colons around them are full-width in Japanese.
  /(?:ipp:\/|(?<!\w))(?:\/[\w.:-]+)+/g,
  /[\w-]+\.(?:der|sqlite|json|js|ttf|csv)\b/g,
  // Codes, key ids, instants, the terminal's number, kinds of work as the configuration has them, system and processor.
  /\b[A-Z]+(?:-[A-Z]+)+\b/g,
  /\b[0-9a-f]{16}\b/g,
  /\d{4}-\d\d-\d\dT[\d:.]+Z/g,
  /\b[A-Z]\d\d\b/g,
  /（[a-z]+[A-Z][A-Za-z]+）/g,
  /\b(?:linux|win32|darwin) (?:x64|arm64)\b/g,
]

/** The words of a Japanese text that stayed in English. */
export function englishIn(text: string): string[] {
  const withoutForms = forms.reduce((left, form) => left.replace(form, ' '), text)
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), withoutForms)
  return [...rest.matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word)
}
