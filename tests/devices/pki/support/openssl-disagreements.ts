const theirPeriod = 'openssl counts the last second of a period as over; RFC 5280 §4.1.2.5 includes it'
const partialChain = 'the anchor is not self-signed, or somebody of its name is; openssl then wants -partial_chain, and it builds one chain only'
const serverPurpose = 'openssl gives an authority no purpose of a server; what a certificate in a card must be is checked by its kind'

/** Where `openssl verify` (3.0) decides otherwise than we do, and why that is so. */
export const disagreements: Readonly<Record<'own' | 'pkits' | 'limbo', Readonly<Record<string, string>>>> = {
  own: {
    '4.1 signatures: a curve that is not accepted': 'which curves are believed is our own list',
    '4.2 validity: the last second': theirPeriod,
    '4.7 key usage and extensions: a person who may sign certificates': 'RFC 5280 §4.2.1.9; openssl looks at it with -x509_strict only',
    '4.8 policies: the anchor allows another policy only': 'RFC 5937: policies of the anchor count here',
    '4.9 require explicit policy: demanded by the anchor': 'RFC 5937: policy constraints of the anchor count here',
    '4.13 name constraints: a wildcard over an excluded host': 'the wildcard stands for the excluded host as well (CVE-2025-61727 in another library)',
    '4.13 name constraints: a URI with an address for a host': 'RFC 5280 §4.2.1.10: such a URI must be refused where URIs are constrained',
    '4.13 name constraints: a person who constrains names': 'RFC 5280 §4.2.1.10; openssl looks at it with -x509_strict only',
    '4.4 revocation lists: a list that never ends': 'RFC 5280 §5.1.2.5 requires nextUpdate; nobody knows when such a list is out of date',
    '4.4 separate keys for lists: a key for lists whose certificate has ended': 'its program prints this fault of the path of the list and goes on',
    '4.4 separate keys for lists: a key that is not for lists': 'its program prints this fault of the path of the list and goes on',
    '4.15 delta lists: revoked since the complete list': 'openssl uses a delta list only where freshestCRL points to one; we believe the one at hand',
    '4.15 delta lists: a hold that was taken back': 'openssl uses a delta list only where freshestCRL points to one; we believe the one at hand',
    '4.15 delta lists: a complete list that takes entries back': 'RFC 5280 §5.3.1: removeFromCRL belongs to delta lists; such a list is not understood',
  },
  pkits: {
    '4.14.30': 'the signer of the list is in its own list, where its certificate sends us; openssl gives up there',
  },
  limbo: {
    'crl::crlnumber-critical': 'a rule for issuers; see limbo-differences.ts',
    'cve::cve-2024-0567': partialChain,
    'cve::cve-2025-61727': 'the wildcard stands for the excluded host as well',
    'pathlen::validation-ignores-pathlen-in-leaf': serverPurpose,
    'rfc5280::aki::critical-aki': 'a rule for issuers; see limbo-differences.ts',
    'rfc5280::aki::cross-signed-root-missing-aki': partialChain,
    'rfc5280::nc::invalid-dnsname-leading-period': 'RFC 5280 §4.2.1.10 knows no leading period in a dNSName',
    'rfc5280::nc::not-allowed-in-ee-noncritical': 'RFC 5280 §4.2.1.10; openssl looks at it with -x509_strict only',
    'rfc5280::nc::not-allowed-in-ee-critical': 'RFC 5280 §4.2.1.10; openssl looks at it with -x509_strict only',
    'rfc5280::nc::nc-permits-invalid-dns-san': 'a name that can’t be compared does not pass constraints on its kind',
    'rfc5280::nc::nc-permits-invalid-email-san': 'a name that can’t be compared does not pass constraints on its kind',
    'rfc5280::nc::nc-forbids-alternate-chain-ica': 'we try the other path; openssl builds one',
    'rfc5280::nc::nc-forbids-same-chain-ica': 'RFC 5280 §6.1.3 b spares self-issued authorities; openssl does not',
    'rfc5280::nc::nc-forbids-dnsname-wildcard-san': 'the wildcard stands for the excluded host as well',
    'rfc5280::validity::notafter-exact': theirPeriod,
    'rfc5280::validity::notafter-fractional': theirPeriod,
    'rfc5280::root-missing-basic-constraints': 'an anchor that is not marked as an authority is refused; openssl takes it with -x509_strict off',
    'rfc5280::leaf-ku-keycertsign': 'RFC 5280 §4.2.1.9; openssl looks at it with -x509_strict only',
    'rfc5280::ca-as-leaf': serverPurpose,
    'rfc5280::ca-as-leaf-wrong-san': serverPurpose,
    'rfc5280::root-and-intermediate-swapped': partialChain,
  },
}
