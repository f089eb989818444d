import { InvalidArgumentError, Option, type Command } from 'commander'
import { systemClock } from '../clock.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import { certificateKinds, type CertificateKind } from '../issuer/issuer-terminal.ts'
import type { CertificateVerdict } from '../pki/certificate-status.ts'
import { parseCertificate, type Certificate } from '../pki/certificate/certificate.ts'
import { derFromFile } from '../pki/files/pem.ts'
import { anchorFiles } from '../pki/path/anchor-files.ts'
import type { PathFault } from '../pki/path/path-verdict.ts'
import { anyPolicy } from '../pki/path/rules/policy-graph.ts'
import { trustAnchor } from '../pki/path/trust-anchor.ts'
import { validatePath, type PathRequest } from '../pki/path/validate-path.ts'
import { certificateFiles } from '../pki/providers/certificate-files.ts'
import { combineSources } from '../pki/providers/combined-source.ts'
import { createCrlFileSource } from '../pki/providers/crl/crl-file-source.ts'
import { whyNotOfKind } from '../pki/providers/kind-rules.ts'
import { httpOcspTransport } from '../pki/providers/ocsp/http-transport.ts'
import { createOcspSource } from '../pki/providers/ocsp/ocsp-source.ts'
import { verdictOfPath } from '../pki/providers/verdict-of-path.ts'
import { revocationListFiles } from '../pki/revocation/list-files.ts'
import type { StatusSource } from '../pki/status-source.ts'
import { verdictJson, verdictText, type CheckedCertificate } from './check-certificate/report.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { readWhole } from './shell/files.ts'
import { civilInstant } from './shell/parsing/civil-instant.ts'
import { wholeNumber } from './shell/parsing/numbers.ts'

interface CheckOptions {
  readonly cert: string
  readonly anchor: readonly string[]
  readonly intermediate: readonly string[]
  readonly crl: readonly string[]
  readonly ocsp?: string
  readonly ocspHash: 'sha256' | 'sha1'
  readonly ocspNonce: 'required' | 'optional'
  readonly at?: Date
  readonly policy: readonly string[]
  readonly purpose: CertificateKind | 'any'
  readonly maxAgeDays: number
}

const largestCertificate = 256 * 1024
const skewSeconds = 300
const ocspDeadlineSeconds = 10
const secondsPerDay = 86_400

/** What a shell script needs to tell apart; 2 is also that of wrong usage. */
const exitCodes = { good: 0, notValid: 1, badInput: 2, notConfirmed: 3 } as const

const exitCodeOf = ({ status }: CertificateVerdict): number => {
  if (status === 'good') return exitCodes.good
  return status === 'unknown' || status === 'unreachable' ? exitCodes.notConfirmed : exitCodes.notValid
}

async function readCertificate(context: CommandContext, file: string): Promise<Result<Certificate>> {
  const bytes = await readWhole(file, largestCertificate, context.streams.stdin)
  if (!bytes.ok) return bytes
  const der = derFromFile(bytes.value, 'CERTIFICATE')
  const certificate = der.ok ? parseCertificate(der.value) : der
  return certificate.ok ? ok(certificate.value) : fail('MESSAGE-INVALID', `${file}: ${certificate.why}`)
}

/** Each file that was named must be what it was named as: one that is overlooked could be the one that matters. */
function whole<T>(option: string, value: T, count: number, problems: readonly string[]): Result<T> {
  if (problems.length > 0) return fail('MESSAGE-INVALID', problems.map((problem) => `${option}: ${problem}`).join('\n'))
  return count === 0 ? fail('MESSAGE-INVALID', `${option}: there is none`) : ok(value)
}

async function readAnchors(paths: readonly string[]): Promise<Result<readonly Certificate[]>> {
  const { anchors, problems } = await anchorFiles(paths).load()
  return whole('--anchor', anchors, anchors.length, problems)
}

async function readIntermediates(paths: readonly string[]): Promise<Result<readonly Certificate[]>> {
  if (paths.length === 0) return ok([])
  const { certificates, problems } = await certificateFiles(paths).load()
  return whole('--intermediate', certificates, certificates.length, problems)
}

async function readSource({ crl, ocsp, ocspHash, ocspNonce, maxAgeDays }: CheckOptions): Promise<Result<StatusSource>> {
  const sources: StatusSource[] = []
  if (ocsp !== undefined) {
    const transport = httpOcspTransport(ocsp, ocspDeadlineSeconds)
    sources.push(createOcspSource({ transport, hash: ocspHash, nonce: ocspNonce, maxAgeSeconds: maxAgeDays * secondsPerDay, skewSeconds }))
  }
  if (crl.length > 0) {
    const { lists, broken, problems } = await revocationListFiles(crl).load()
    const found = whole('--crl', lists, lists.length, [...problems, ...broken])
    if (!found.ok) return found
    sources.push(createCrlFileSource({ crls: crl, maxAgeDays, skewSeconds }))
  }
  return ok(combineSources({ sources, afterUnknown: 'stop' }))
}

const aboutRevocation = new Set<PathFault>(['revoked', 'revocationUnknown', 'revocationUnreachable'])

/** A path may hold for a certificate that is for something else. */
function forPurpose(verdict: CertificateVerdict, target: Certificate, purpose: CheckOptions['purpose']): CertificateVerdict {
  const unfit = purpose === 'any' ? null : whyNotOfKind(target, purpose)
  return verdict.status === 'good' && unfit !== null ? { status: 'untrusted', why: unfit } : verdict
}

function reply(checked: CheckedCertificate): Reply {
  const exitCode = exitCodeOf(checked.verdict)
  return { json: verdictJson(checked), text: verdictText(checked), good: exitCode === exitCodes.good, exitCode }
}

async function check(context: CommandContext, options: CheckOptions): Promise<Result<Reply>> {
  const target = await readCertificate(context, options.cert)
  if (!target.ok) return target
  const anchors = await readAnchors(options.anchor)
  if (!anchors.ok) return anchors
  const intermediates = await readIntermediates(options.intermediate)
  if (!intermediates.ok) return intermediates
  const source = await readSource(options)
  if (!source.ok) return source
  const at = options.at ?? systemClock.now()
  const { policy } = options
  const request: Omit<PathRequest, 'revocation'> = {
    target: target.value,
    intermediates: intermediates.value,
    anchors: anchors.value.map(trustAnchor),
    at,
    settings: policy.length === 0 ? { initialPolicies: [anyPolicy] } : { initialPolicies: policy, requireExplicitPolicy: true },
  }
  const path = await validatePath({ ...request, revocation: source.value })
  // A path that holds but for revocation is shown too: it says who would have to know.
  const structure = path.outcome === 'invalid' && aboutRevocation.has(path.fault) ? await validatePath({ ...request, revocation: 'none' }) : path
  const verdict = forPurpose(verdictOfPath(target.value, path, systemClock.now()), target.value, options.purpose)
  return ok(reply({ target: target.value, at, path, structure, verdict }))
}

function httpAddress(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new InvalidArgumentError('An address that begins with http:// or https:// expected.')
  return text
}

function policies(text: string, before: readonly string[]): readonly string[] {
  if (!/^[0-2](?:\.(?:0|[1-9]\d*))+$/.test(text)) throw new InvalidArgumentError('An object identifier such as 1.2.392.200149.8.5.1.3.30 expected.')
  return [...before, text]
}

const several = (text: string, before: readonly string[]): readonly string[] => [...before, text]
const files = 'file (PEM or DER) or folder; may be repeated'

/** `check-certificate`: validity of one certificate by RFC 5280 and RFC 6960, with nothing of a configuration. */
export function addCheckCertificate(program: Command, context: CommandContext): void {
  const command = program
    .command('check-certificate')
    .description('Check a certificate: path, period, policies and revocation; prints the result, the reason and the path')
    .requiredOption('--cert <file>', 'the certificate (PEM or DER), "-" for standard input')
    .addOption(new Option('--anchor <path>', `trusted authority: ${files}`).argParser(several).default([], 'none'))
    .addOption(new Option('--intermediate <path>', `certificate that may lead to an anchor: ${files}`).argParser(several).default([], 'none'))
    .addOption(new Option('--crl <path>', 'revocation list: file (PEM or DER) or folder (its *.crl); may be repeated').argParser(several).default([], 'none'))
    .option('--ocsp <url>', 'OCSP responder, asked before the lists', httpAddress)
    .addOption(new Option('--ocsp-hash <name>', 'how the issuer is named to the responder').choices(['sha256', 'sha1']).default('sha256'))
    .addOption(new Option('--ocsp-nonce <policy>', 'whether an answer without our nonce is refused').choices(['required', 'optional']).default('required'))
    .option('--at <time>', 'time that the answer is for: a day in Japan (its start) or an instant (ISO 8601 with offset); default: now', civilInstant('start'))
    .addOption(new Option('--policy <oid>', 'policy that must hold along the path; of several, one').argParser(policies).default([], 'any'))
    .addOption(new Option('--purpose <kind>', 'what the certificate must be for').choices([...certificateKinds, 'any']).default('any'))
    .option('--max-age-days <days>', 'revocation data that is older is not believed', wholeNumber(1, 36_500), 7)
    .action((options: CheckOptions) => {
      if (options.anchor.length === 0) command.error('error: --anchor is missing: nothing is trusted without one')
      return context.answer(check(context, options), exitCodes.badInput)
    })
  withExamples(
    command,
    'check-certificate --cert card.cer --anchor anchors/ --crl lists/',
    'check-certificate --cert card.cer --anchor ca.pem --ocsp http://ocsp.example/ --purpose signature --json',
  )
  command.addHelpText('after', '\nExit code: 0 good; 1 not valid (expired, revoked, not trusted, …); 2 wrong usage or a file that is not what it should be;\n3 not confirmed (no revocation data that can be believed), which is never as good as good.\n\nA training terminal that has run publishes its own lists: the folder training/lists of its data folder.')
}
