import { contextTag, DerError, openWhole, TAG, wholeElement } from '../../der/der-reader.ts'
import { objectIdentifier, smallInteger } from '../../der/primitives.ts'

/** Object identifiers of certificatePolicies (RFC 5280 §4.2.1.4); qualifiers decide nothing. */
export function certificatePolicies(value: Uint8Array): readonly string[] {
  const what = 'certificatePolicies'
  const list = openWhole(value, TAG.sequence, what)
  const policies = new Set<string>()
  do {
    const one = list.open(TAG.sequence, what)
    const policy = objectIdentifier(one.take(TAG.objectIdentifier).content, what)
    one.takeOptional(TAG.sequence)
    one.end()
    if (policies.has(policy)) throw new DerError(`${what} names a policy twice`)
    policies.add(policy)
  } while (!list.atEnd)
  return [...policies]
}

export interface PolicyMapping {
  readonly issuerDomain: string
  readonly subjectDomain: string
}

/** RFC 5280 §4.2.1.5. */
export function policyMappings(value: Uint8Array): readonly PolicyMapping[] {
  const what = 'policyMappings'
  const list = openWhole(value, TAG.sequence, what)
  const mappings: PolicyMapping[] = []
  do {
    const one = list.open(TAG.sequence, what)
    const issuerDomain = objectIdentifier(one.take(TAG.objectIdentifier).content, what)
    const subjectDomain = objectIdentifier(one.take(TAG.objectIdentifier).content, what)
    one.end()
    mappings.push({ issuerDomain, subjectDomain })
  } while (!list.atEnd)
  return mappings
}

/** SkipCerts of each kind: how many more certificates may follow before it holds. Null where not given. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | null
  readonly inhibitPolicyMapping: number | null
}

/** RFC 5280 §4.2.1.11. */
export function policyConstraints(value: Uint8Array): PolicyConstraints {
  const what = 'policyConstraints'
  const cursor = openWhole(value, TAG.sequence, what)
  const explicit = cursor.takeOptional(contextTag(0, 'primitive'))
  const mapping = cursor.takeOptional(contextTag(1, 'primitive'))
  cursor.end()
  if (explicit === null && mapping === null) throw new DerError(`${what} says nothing`)
  return {
    requireExplicitPolicy: explicit === null ? null : smallInteger(explicit.content, what),
    inhibitPolicyMapping: mapping === null ? null : smallInteger(mapping.content, what),
  }
}

/** RFC 5280 §4.2.1.14, SkipCerts. */
export const inhibitAnyPolicy = (value: Uint8Array): number =>
  smallInteger(wholeElement(value, TAG.integer, 'inhibitAnyPolicy').content, 'inhibitAnyPolicy')
