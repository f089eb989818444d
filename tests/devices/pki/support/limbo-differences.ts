/**
 * Cases of x509-limbo in which our verdict differs on purpose, with the reason. Most of these expectations are rules
 * for those who issue certificates of the Web PKI; RFC 5280 §6 asks no validator to enforce them, and refusing a
 * resident's good card for its issuer's slip would help nobody. What a slip could hide is caught elsewhere.
 */
export const reasonedDifferences: Readonly<Record<string, string>> = {
  'crl::crlnumber-missing': 'a rule for issuers (RFC 5280 §5.2.3): a complete list without a number is still signed, fresh and complete; a delta list is never used without numbers',
  'crl::crlnumber-critical': 'a rule for issuers (§5.2.3): the extension is understood, so its being critical changes nothing',
  'rfc5280::aki::critical-aki': 'a rule for issuers (§4.2.1.1): the extension is understood, so its being critical changes nothing',
  'rfc5280::aki::leaf-missing-aki': 'a rule for issuers (§4.2.1.1): the identifier is a hint for choosing an issuer; the signature decides',
  'rfc5280::aki::intermediate-missing-aki': 'a rule for issuers (§4.2.1.1): the identifier is a hint for choosing an issuer; the signature decides',
  'rfc5280::aki::cross-signed-root-missing-aki': 'a rule for issuers (§4.2.1.1): the identifier is a hint for choosing an issuer; the signature decides',
  'rfc5280::nc::permitted-dns-match-noncritical': 'a rule for issuers (§4.2.1.10): constraints are enforced whether they are critical or not',
  'rfc5280::pc::ica-noncritical-pc': 'a rule for issuers (§4.2.1.11): constraints are enforced whether they are critical or not',
  'rfc5280::san::noncritical-with-empty-subject': 'a rule for issuers (§4.2.1.6): the names are held against constraints whether they are critical or not',
  'rfc5280::san::underscore-dns': 'a rule about host names (RFC 1034 §3.5): no host name is looked up in a card',
  'rfc5280::san::ip-in-dns': 'a rule about host names: no host name is looked up in a card',
  'rfc5280::serial::too-long': 'a rule for issuers (§4.1.2.2): numbers are compared whole, up to 64 octets',
  'rfc5280::serial::zero': 'a rule for issuers (§4.1.2.2, which tells users to handle it gracefully); the 発行番号 of a card must be positive (certificate-identity.ts)',
  'rfc5280::ski::root-missing-ski': 'a rule for issuers (§4.2.1.2): the identifier is a hint for choosing an issuer; the signature decides',
  'rfc5280::ski::intermediate-missing-ski': 'a rule for issuers (§4.2.1.2): the identifier is a hint for choosing an issuer; the signature decides',
  'rfc5280::root-non-critical-basic-constraints': 'a rule for issuers (§4.2.1.9): the anchor is configured by hand and its constraints are honoured whether they are critical or not',
  'rfc5280::ca-as-leaf-wrong-san': 'the host name differs, and none is asked for: what a certificate in a card must be is checked by its kind',
  'pathlen::max-chain-depth-1-self-issued': 'the depth given here is a limit of work, which counts every certificate; pathLenConstraint leaves self-issued ones out',
}
