import { randomBytes } from 'node:crypto'
import { fail, ok, type Result } from '../../failures/result.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import type { Household } from '../../residents/resident.ts'
import type { CertificateComposer } from '../certificate-composer.ts'
import type { CertificateOrder, IssueContext, RenderedCertificate } from '../certificate-order.ts'
import { subjectDigest } from '../subject.ts'
import { renderInputSchema, type RenderInput } from './render-input.ts'
import { residentOf } from './resident-input.ts'

export interface RenderTools {
  readonly composer: CertificateComposer
  readonly signingKey: IssueContext['signingKey']
  /** 公印; null draws the training seal, for specimens only. */
  readonly sealPng: Uint8Array | null
}

const mostIssues = 5

/** household.members[2].birthDate */
function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text.replace(/^\./, '') || '(whole input)'
}

function parseInput(json: unknown): Result<RenderInput> {
  const parsed = renderInputSchema.safeParse(json)
  if (parsed.success) return ok(parsed.data)
  const issues = parsed.error.issues.slice(0, mostIssues).map(({ path, message }) => `${pathText(path)}: ${message}`)
  return fail('DOCUMENT-INVALID-INPUT', issues.join('; '))
}

function orderOf(input: RenderInput, household: Household): CertificateOrder {
  const { requestId, extent, residentIds, include } = input.order
  const current = household.members.filter(({ status }) => status.kind === 'current' || status.kind === 'movingOut')
  return { requestId: requestId ?? randomBytes(16).toString('hex'), extent, residentIds: residentIds ?? current.map((member) => member.residentId), include }
}

/**
 * Sets a certificate from data in JSON (see `renderInputSchema`), without a card or a registry.
 * DOCUMENT-INVALID-INPUT names the place of what is wrong, never the value; DOCUMENT-MISSING-GLYPH names the
 * character; DOCUMENT-TOO-LONG the item.
 */
export async function renderFromJson(json: unknown, tools: RenderTools): Promise<Result<RenderedCertificate>> {
  const input = parseInput(json)
  if (!input.ok) return input
  const { household: recorded, issue } = input.value
  const household: Household = { ...recorded, members: recorded.members.map(residentOf) }
  const order = orderOf(input.value, household)
  const subjects = household.members.filter(({ residentId }) => order.residentIds.includes(residentId))
  return tools.composer.compose(household, order, {
    ...issue,
    municipality: { ...issue.municipality, sealPng: tools.sealPng },
    issuedAt: new Date(issue.issuedAt),
    subjectDigest: subjectDigest(
      order.requestId,
      subjects.map(({ residentId, name, birthDate }) => ({ residentId, name: name.text, birthDate: formatIsoLike(birthDate) })),
    ),
    signingKey: tools.signingKey,
  })
}
