// Documents, papers and proof packs.
const setPage = 'libs/features/documents/src/papers/page/set-page.spec.ts';

export const files = [
  {
    claim: 'a paper keeps the margins of GB/T 9704',
    file: 'libs/features/documents/src/papers/page/figures.ts',
    from: 'left: twips(28),',
    to: 'left: twips(26),',
    spec: setPage,
    test: 'has 22 lines of 28 characters in a type area of 156 by 225 mm',
  },
  {
    claim: 'what clamd did not call clean is not clean',
    file: 'libs/features/documents/src/scanning/clamd-scan.ts',
    from: "if (line === 'stream: OK')",
    to: "if (!line.endsWith('ERROR'))",
    spec: 'libs/features/documents/src/scanning/clamd-scan.spec.ts',
    test: 'claims nothing when clamd gives no verdict, is silent, or is away',
  },
  {
    claim: 'the SM3 of the verifier is that of the standard',
    file: 'libs/features/case-file/verify/hashes.mjs',
    from: 'turn(words[i - 13], 7)',
    to: 'turn(words[i - 13], 8)',
    spec: 'libs/features/case-file/src/proof-pack/hashes.spec.ts',
    test: 'is that of OpenSSL at every length of up to three blocks',
  },
  {
    claim: 'a document is fetched through its own case',
    file: 'libs/features/documents/src/document-store.ts',
    from: 'where d.id = $1 and d.case_id = $2`',
    to: 'where d.id = $1 and $2::uuid is not null`',
    spec: 'libs/features/documents/src/documents.spec.ts',
    test: 'a download is for those who see the case, and only through it',
  },
  {
    claim: 'a pack names a file that was slipped in',
    file: 'libs/features/case-file/verify/checking.mjs',
    from: 'if (!known.has(name) && !strays.test(name))',
    to: "if (!known.has(name) && name.endsWith('.json') && !strays.test(name))",
    spec: 'libs/features/case-file/src/proof-pack/proof-packs.spec.ts',
    test: 'names a file that is missing and one that was slipped in',
  },
  {
    claim: 'a pack without its last row is found, though its list was sealed anew',
    file: 'libs/features/case-file/verify/checking.mjs',
    from: 'if (prev !== manifest.case?.lastHash) fault(',
    to: 'if (prev === undefined) fault(',
    spec: 'libs/features/case-file/src/proof-pack/proof-packs.spec.ts',
    test: 'notices a forger who left out the last row and sealed the list anew',
  },
  {
    claim: 'a pack checks what was signed',
    file: 'libs/features/case-file/verify/checking.mjs',
    from: 'if (sm3Of(signed) !== hash)',
    to: 'if (signed === undefined)',
    spec: 'libs/features/case-file/src/proof-pack/proof-packs.spec.ts',
    test: 'names a signed opinion that says something else now',
  },
  {
    claim: 'a PDF is made without LibreOffice trying its drawing first',
    file: 'libs/features/documents/src/papers/pdf.ts',
    from: '<value>999.9</value>',
    to: '<value>1.0</value>',
    spec: 'libs/features/documents/src/papers/rendered-papers.spec.ts',
    test: 'were drawn by a LibreOffice that did not try its drawing first',
  },
];
