import { createPublicKey } from 'node:crypto'
import { join } from 'node:path'
import type { Command } from 'commander'
import { verifyPdf, verifyQrText, type CityKey, type VerifiedSheet } from '../documents/verification/verify-document.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { readWhole } from './shell/files.ts'

interface VerifyOptions {
  readonly key?: string
  readonly keyId?: string
}

/** What a code begins with (documents/verification/sealed-text.ts). */
const codePrefix = 'MDG1:'
const largestInput = 64 * 1024 * 1024
const largestKey = 64 * 1024

/** The city's key: as named, or that of the configuration. Of a private key its public half is taken. */
async function cityKey(context: CommandContext, options: VerifyOptions): Promise<Result<CityKey>> {
  const configuration = await context.configuration()
  if (!configuration.ok) return configuration
  const { profile, signing } = configuration.value
  const ownFile = profile.training ? join(context.trainingKit, 'pki', 'city-signing.pub.pem') : signing.keyFile
  const file = options.key ?? ownFile
  const pem = await readWhole(file, largestKey, context.streams.stdin)
  if (!pem.ok) return pem
  try {
    const publicKey = createPublicKey(pem.value)
    if (publicKey.asymmetricKeyType !== 'ed25519') return fail('MESSAGE-INVALID', `${file}: not an Ed25519 key`)
    return ok({ keyId: options.keyId ?? signing.keyId, publicKey })
  } catch {
    return fail('MESSAGE-INVALID', `${file}: not a key in PEM`)
  }
}

function sheetText(sheet: VerifiedSheet): string {
  const marks = [...(sheet.specimen ? ['SPECIMEN (見本), certifies nothing'] : []), ...(sheet.reissue ? ['reissue (再発行)'] : [])]
  return [
    `Sheet ${sheet.sheet} of ${sheet.sheets}${marks.length === 0 ? '' : `: ${marks.join(', ')}`}`,
    `  Certificate   住民票の写し (${sheet.extent === 'household' ? '世帯全員' : '世帯の一部'}), number ${sheet.certificateNumber}`,
    `  Issued on     ${sheet.issuedOn} by municipality ${sheet.municipalityCode}`,
    `  Request       ${sheet.requestId}`,
    `  Address       ${sheet.address}`,
    ...sheet.persons.map(({ name, birthDate }) => `  Person        ${name}, ${birthDate}`),
    `  Content hash  ${sheet.contentDigest}`,
  ].join('\n')
}

async function verify(context: CommandContext, subject: string, options: VerifyOptions): Promise<Result<Reply>> {
  const key = await cityKey(context, options)
  if (!key.ok) return key
  const given = subject.startsWith(codePrefix) ? ok(Buffer.from(subject)) : await readWhole(subject, largestInput, context.streams.stdin)
  if (!given.ok) return given
  if (given.value.toString('latin1', 0, codePrefix.length) === codePrefix) {
    const sheet = verifyQrText(given.value.toString('utf8').replace(/[\r\n]+$/, ''), [key.value])
    if (!sheet.ok) return sheet
    const head = `Verified: the code of a sheet, signed by key ${sheet.value.keyId}. Compare it with the paper.`
    return ok({ json: { kind: 'code', signedBy: sheet.value.keyId, sheets: [sheet.value] }, text: `${head}\n${sheetText(sheet.value)}` })
  }
  const document = await verifyPdf(given.value, [key.value])
  if (!document.ok) return document
  const { signedBy, sheets } = document.value
  const head = `Verified: the file is, byte for byte, what key ${signedBy} signed.`
  return ok({ json: { kind: 'file', ...document.value }, text: [head, ...sheets.map(sheetText)].join('\n') })
}

/** `verify-document`: what a certificate says and whether the city signed it. Needs no network. */
export function addVerifyDocument(program: Command, context: CommandContext): void {
  const command = program
    .command('verify-document')
    .description('Check a certificate, as a PDF file or as the text of the code on a sheet, and print what it certifies')
    .argument('<subject>', `PDF file, "-" for standard input, or the text of a code (${codePrefix}…, in quotes)`)
    .option('--key <file>', "public key of the city (PEM, Ed25519); default: the configuration's")
    .option('--key-id <id>', "its key id; default: the configuration's")
    .action((subject: string, options: VerifyOptions) => context.answer(verify(context, subject, options)))
  withExamples(command, 'verify-document certificate.pdf', 'verify-document certificate.pdf --key city-signing.pub.pem --key-id city-1')
}
