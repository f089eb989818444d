import { createPrivateKey, type KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { createCertificateComposer } from '../documents/composer.ts'
import { openFontSet } from '../documents/fonts/font-set.ts'
import { renderFromJson, type RenderTools } from '../documents/render-input/render-from-json.ts'
import { renderInputJsonSchema } from '../documents/render-input/render-input.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import { exampleRenderInput } from './examples/render-input.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { readWhole, writeWhole } from './shell/files.ts'
import { parseJson } from './shell/parsing/parse-json.ts'

interface RenderOptions {
  readonly request?: string
  readonly out?: string
  readonly font?: readonly string[]
  readonly key?: string
  readonly keyId?: string
  readonly seal?: string
  readonly schema?: true
  readonly example?: true
}

const largestRequest = 8 * 1024 * 1024
const largestSeal = 8 * 1024 * 1024
const largestKey = 64 * 1024

async function signingKey({ streams }: CommandContext, file: string): Promise<Result<KeyObject>> {
  const pem = await readWhole(file, largestKey, streams.stdin)
  if (!pem.ok) return pem
  try {
    const key = createPrivateKey(pem.value)
    return key.asymmetricKeyType === 'ed25519' ? ok(key) : fail('MESSAGE-INVALID', `${file}: not an Ed25519 key`)
  } catch {
    return fail('MESSAGE-INVALID', `${file}: not a private key in PEM`)
  }
}

/** A font named by hand must be there; a configured one may be missing, but not broken. */
function usableFonts(fonts: readonly string[], named: boolean): Result<void> {
  for (const font of fonts) {
    if (named && !existsSync(font)) return fail('MESSAGE-INVALID', `${font}: there is no such file or folder`)
    try {
      openFontSet([font])
    } catch (error) {
      return fail('CONFIG-INVALID', `${font}: ${error instanceof Error ? error.message : 'not a font'}`)
    }
  }
  return ok()
}

/** Fonts of the configuration; the key and the seal only as named, or those of training. */
async function tools(context: CommandContext, options: RenderOptions): Promise<Result<RenderTools>> {
  const configuration = await context.configuration()
  if (!configuration.ok) return configuration
  const { profile, signing, fonts } = configuration.value
  // Data from a file is nobody's record: the city's own key does not sign it unasked.
  if (!profile.training && (options.key === undefined || options.keyId === undefined)) {
    return fail('MESSAGE-INVALID', 'with a production configuration the signing key must be named: --key FILE --key-id ID')
  }
  const key = await signingKey(context, options.key ?? signing.keyFile)
  if (!key.ok) return key
  const seal = options.seal === undefined ? ok(null) : await readWhole(options.seal, largestSeal, context.streams.stdin)
  if (!seal.ok) return seal
  const usable = usableFonts(options.font ?? fonts, options.font !== undefined)
  if (!usable.ok) return usable
  const composer = createCertificateComposer({ fonts: options.font ?? fonts })
  return ok({ composer, signingKey: { keyId: options.keyId ?? signing.keyId, privateKey: key.value }, sealPng: seal.value })
}

async function render(context: CommandContext, request: string, out: string, options: RenderOptions): Promise<Result<Reply>> {
  const ready = await tools(context, options)
  if (!ready.ok) return ready
  const bytes = await readWhole(request, largestRequest, context.streams.stdin)
  if (!bytes.ok) return bytes
  const json = parseJson(bytes.value.toString('utf8'), request === '-' ? 'standard input' : request, 'DOCUMENT-INVALID-INPUT')
  if (!json.ok) return json
  const rendered = await renderFromJson(json.value, ready.value)
  if (!rendered.ok) return rendered
  const { pdf, sheets, boundTo } = rendered.value
  const written = await writeWhole(out, [pdf])
  if (!written.ok) return written
  const { requestId, certificateNumber } = boundTo
  return ok({ json: { file: out, bytes: pdf.byteLength, sheets, requestId, certificateNumber }, text: `Written: ${out} (${sheets} sheets, ${pdf.byteLength} bytes), certificate ${certificateNumber}` })
}

/** `render`: a certificate from a JSON of resident data, without a card or a registry. */
export function addRender(program: Command, context: CommandContext): void {
  const command = program
    .command('render')
    .description('Set a certificate (住民票の写し) from a JSON of resident data, without a card; names the character when no font has it')
    .option('--request <file>', 'the data (JSON; "-" is standard input)')
    .option('--out <file>', 'the PDF to write')
    .option('--font <path...>', "TrueType fonts in order of preference, instead of the configuration's")
    .option('--key <file>', 'signing key (PEM, Ed25519); default: the training key')
    .option('--key-id <id>', 'its key id')
    .option('--seal <file>', 'PNG of the seal (公印), for what is not a specimen; default: the drawn 見本 seal')
    .option('--schema', 'print the JSON Schema of the data')
    .option('--example', 'print an example of the data')
    .action((options: RenderOptions) => {
      if (options.schema === true) return context.answer(printed('schema', renderInputJsonSchema()))
      if (options.example === true) return context.answer(printed('example', exampleRenderInput))
      const { request, out } = options
      if (request === undefined || out === undefined) return command.error('error: --request FILE and --out FILE are needed (or --schema, or --example)')
      return context.answer(render(context, request, out, options))
    })
  withExamples(command, 'render --example > request.json', 'render --request request.json --out certificate.pdf', 'render --schema')
}

const printed = (name: string, value: unknown): Result<Reply> => ok({ json: { [name]: value }, text: JSON.stringify(value, null, 2) })
