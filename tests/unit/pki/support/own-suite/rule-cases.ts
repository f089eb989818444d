import { anyPolicy } from '../../../../../src-main/pki/path/rules/policy-graph.ts'
import * as x from '../issuing/extensions.ts'
import { issue, issueAuthority, party, root } from '../issuing/parties.ts'
import type { OwnCase } from './own-case.ts'

const authority = party('Root')
const middle = party('Middle')
const bottom = party('Bottom')
const person = party('A0')
const anchors = [root(authority)]
const [one, two, three] = ['2.999.8.1', '2.999.8.2', '2.999.8.3'] as const

/** A path Root, Middle, Bottom, person with these extensions. */
function chain(
  section: string,
  title: string,
  extensions: { readonly middle?: readonly Uint8Array[]; readonly bottom?: readonly Uint8Array[]; readonly person?: readonly Uint8Array[]; readonly root?: readonly Uint8Array[] },
  expected: OwnCase['expected'],
  rest: Pick<OwnCase, 'settings' | 'policies'> = {},
): OwnCase {
  const intermediates = [issueAuthority(authority, middle, { extensions: extensions.middle ?? [] }), issueAuthority(middle, bottom, { extensions: extensions.bottom ?? [] })]
  const anchor = extensions.root === undefined ? anchors : [root(authority, { extensions: extensions.root })]
  return { section, title, anchors: anchor, intermediates, target: issue(bottom, person, { extensions: extensions.person ?? [] }), expected, ...rest }
}

const same = (...ids: readonly string[]) => ({ middle: [x.policies(...ids)], bottom: [x.policies(...ids)], person: [x.policies(...ids)] })
const explicit = { requireExplicitPolicy: true } as const

const policyCases = (): readonly OwnCase[] => [
  chain('4.8 policies', 'the same policy all along', same(one), 'valid', { settings: explicit, policies: [one] }),
  chain('4.8 policies', 'two policies all along', same(one, two), 'valid', { settings: explicit, policies: [one, two] }),
  chain('4.8 policies', 'the policy asked for', same(one), 'valid', { settings: { ...explicit, initialPolicies: [one] }, policies: [one] }),
  chain('4.8 policies', 'another policy than the one asked for', same(one), 'policyRequired', { settings: { ...explicit, initialPolicies: [two] } }),
  chain('4.8 policies', 'none, where none is needed', {}, 'valid', { policies: [] }),
  chain('4.8 policies', 'none, where one is needed', {}, 'policyRequired', { settings: explicit }),
  chain('4.8 policies', 'a person with another policy', { ...same(one), person: [x.policies(two)] }, 'policyRequired', { settings: explicit }),
  chain('4.8 policies', 'anyPolicy above a policy', { ...same(anyPolicy), person: [x.policies(one)] }, 'valid', { settings: explicit, policies: [one] }),
  chain('4.8 policies', 'anyPolicy below a policy', { ...same(anyPolicy), middle: [x.policies(one)] }, 'valid', { settings: explicit, policies: [one] }),
  chain('4.8 policies', 'anyPolicy all along', same(anyPolicy), 'valid', { settings: { ...explicit, initialPolicies: [two] }, policies: [two] }),
  chain('4.8 policies', 'the anchor allows another policy only', { ...same(one), root: [x.policies(two)] }, 'policyRequired', { settings: explicit }),
  chain('4.9 require explicit policy', 'demanded by an authority at once', { middle: [x.policyConstraints({ explicit: 0 })] }, 'policyRequired'),
  chain('4.9 require explicit policy', 'demanded two certificates further down', { middle: [x.policyConstraints({ explicit: 2 })] }, 'policyRequired'),
  chain('4.9 require explicit policy', 'demanded beyond the end', { middle: [x.policyConstraints({ explicit: 4 })] }, 'valid'),
  chain('4.9 require explicit policy', 'demanded and met', { ...same(one), middle: [x.policies(one), x.policyConstraints({ explicit: 0 })] }, 'valid', { policies: [one] }),
  chain('4.9 require explicit policy', 'demanded by the anchor', { root: [x.policyConstraints({ explicit: 0 })] }, 'policyRequired'),
  chain('4.10 policy mapping', 'a mapped policy', { middle: [x.policies(one), x.policyMappings([one, two])], bottom: [x.policies(two)], person: [x.policies(two)] }, 'valid', { settings: explicit, policies: [one] }),
  chain('4.10 policy mapping', 'the policy from before the mapping', { middle: [x.policies(one), x.policyMappings([one, two])], bottom: [x.policies(one)], person: [x.policies(one)] }, 'policyRequired', { settings: explicit }),
  chain('4.10 policy mapping', 'mapped twice', { middle: [x.policies(one), x.policyMappings([one, two])], bottom: [x.policies(two), x.policyMappings([two, three])], person: [x.policies(three)] }, 'valid', { settings: explicit, policies: [one] }),
  chain('4.10 policy mapping', 'mapped from anyPolicy', { middle: [x.policies(anyPolicy), x.policyMappings([one, two])], bottom: [x.policies(two)], person: [x.policies(two)] }, 'valid', { settings: explicit, policies: [one] }),
  chain('4.10 policy mapping', 'anyPolicy is mapped', { middle: [x.policies(one), x.policyMappings([anyPolicy, two])], bottom: [x.policies(two)], person: [x.policies(two)] }, 'policyMapping'),
  chain('4.10 policy mapping', 'mapped to anyPolicy', { middle: [x.policies(one), x.policyMappings([one, anyPolicy])] }, 'policyMapping'),
  chain('4.11 inhibit policy mapping', 'inhibited from the start', { middle: [x.policies(one), x.policyMappings([one, two])], bottom: [x.policies(two)], person: [x.policies(two)] }, 'policyRequired', { settings: { ...explicit, inhibitPolicyMapping: true } }),
  chain('4.11 inhibit policy mapping', 'inhibited by the authority above', { middle: [x.policies(one), x.policyConstraints({ mapping: 0 })], bottom: [x.policies(one), x.policyMappings([one, two])], person: [x.policies(two)] }, 'policyRequired', { settings: explicit }),
  chain('4.11 inhibit policy mapping', 'inhibited for later', { middle: [x.policies(one), x.policyConstraints({ mapping: 1 })], bottom: [x.policies(one), x.policyMappings([one, two])], person: [x.policies(two)] }, 'valid', { settings: explicit, policies: [one] }),
  chain('4.12 inhibit anyPolicy', 'inhibited from the start', same(anyPolicy), 'policyRequired', { settings: { ...explicit, inhibitAnyPolicy: true } }),
  chain('4.12 inhibit anyPolicy', 'inhibited by the authority above', { ...same(anyPolicy), middle: [x.policies(one), x.inhibitAnyPolicy(0)] }, 'policyRequired', { settings: explicit }),
  chain('4.12 inhibit anyPolicy', 'inhibited after the next', { middle: [x.policies(one), x.inhibitAnyPolicy(1)], bottom: [x.policies(anyPolicy)], person: [x.policies(one)] }, 'valid', { settings: explicit, policies: [one] }),
]

const section = '4.13 name constraints'
const permit = (...names: readonly Uint8Array[]) => [x.nameConstraints({ permitted: names })]
const exclude = (...names: readonly Uint8Array[]) => [x.nameConstraints({ excluded: names })]
const called = (...names: readonly Uint8Array[]) => [x.subjectAltName(...names)]
const mihon = x.general.directory([['C', 'JP'], ['O', 'Mihon']])
const elsewhere = x.general.directory([['C', 'JP'], ['O', 'Elsewhere']])

const nameCases = (): readonly OwnCase[] => [
  chain(section, 'a subject that is permitted', { middle: permit(mihon) }, 'valid'),
  chain(section, 'a subject that is not permitted', { middle: permit(elsewhere) }, 'nameConstraints'),
  chain(section, 'a subject that is excluded', { middle: exclude(mihon) }, 'nameConstraints'),
  chain(section, 'a subject beside what is excluded', { middle: exclude(elsewhere) }, 'valid'),
  chain(section, 'constraints of the anchor', { root: permit(elsewhere) }, 'nameConstraints'),
  chain(section, 'two lists, of which one does not permit it', { middle: permit(mihon), bottom: permit(elsewhere) }, 'nameConstraints'),
  chain(section, 'a further directory name that is not permitted', { middle: permit(mihon), person: called(elsewhere) }, 'nameConstraints'),
  chain(section, 'mail in a permitted domain', { middle: permit(x.general.mail('.example.jp')), person: called(x.general.mail('a@mail.example.jp')) }, 'valid'),
  chain(section, 'mail at the host of a permitted domain', { middle: permit(x.general.mail('.example.jp')), person: called(x.general.mail('a@example.jp')) }, 'nameConstraints'),
  chain(section, 'mail of an excluded host', { middle: exclude(x.general.mail('example.jp')), person: called(x.general.mail('a@EXAMPLE.jp')) }, 'nameConstraints'),
  chain(section, 'one mailbox in another case of its local part', { middle: permit(x.general.mail('a@example.jp')), person: called(x.general.mail('A@example.jp')) }, 'nameConstraints'),
  chain(section, 'a host below a permitted one', { middle: permit(x.general.dns('example.jp')), person: called(x.general.dns('www.Example.jp')) }, 'valid'),
  chain(section, 'a host that only ends alike', { middle: permit(x.general.dns('example.jp')), person: called(x.general.dns('myexample.jp')) }, 'nameConstraints'),
  chain(section, 'a wildcard over an excluded host', { middle: exclude(x.general.dns('www.example.jp')), person: called(x.general.dns('*.example.jp')) }, 'nameConstraints'),
  chain(section, 'a URI in a permitted domain', { middle: permit(x.general.uri('.example.jp')), person: called(x.general.uri('https://u@www.example.jp:8443/x?y')) }, 'valid'),
  chain(section, 'a URI with an address for a host', { middle: exclude(x.general.uri('.example.jp')), person: called(x.general.uri('https://192.0.2.1/')) }, 'nameConstraints'),
  chain(section, 'a URI without a host', { middle: permit(x.general.uri('.example.jp')), person: called(x.general.uri('urn:example:1')) }, 'nameConstraints'),
  chain(section, 'an address in a permitted range', { middle: permit(x.general.address(192, 0, 2, 0, 255, 255, 255, 0)), person: called(x.general.address(192, 0, 2, 7)) }, 'valid'),
  chain(section, 'an address in an excluded range', { middle: exclude(x.general.address(192, 0, 2, 0, 255, 255, 255, 0)), person: called(x.general.address(192, 0, 2, 7)) }, 'nameConstraints'),
  chain(section, 'an IPv6 address where IPv4 is permitted', { middle: permit(x.general.address(192, 0, 2, 0, 255, 255, 255, 0)), person: called(x.general.address(...Array.from({ length: 16 }, () => 1))) }, 'nameConstraints'),
  chain(section, 'an otherName of a constrained type', { middle: exclude(x.general.other('2.999.7', 'x')), person: called(x.general.other('2.999.7', 'y')) }, 'nameConstraints'),
  chain(section, 'an otherName of another type', { middle: exclude(x.general.other('2.999.7', 'x')), person: called(x.general.other('2.999.6', 'y')) }, 'valid'),
  chain(section, 'a person who constrains names', { person: permit(mihon) }, 'nameConstraints'),
  {
    section,
    title: 'a mail address in the subject',
    anchors,
    intermediates: [issueAuthority(authority, middle, { extensions: exclude(x.general.mail('example.jp')) })],
    target: issue(middle, person, { subjectName: x.mailOnlyName('a@example.jp') }),
    expected: 'nameConstraints',
  },
]

export const ruleCases = (): readonly OwnCase[] => [...policyCases(), ...nameCases()]
