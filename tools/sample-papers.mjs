// Writes every paper of a category with sample data: docx, and PDF and PNG where LibreOffice and poppler are installed.
// node tools/sample-papers.mjs <folder> [category]      after a build
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleSource, setPage, soffice, toPdf } from '@lawgate/documents';
import { loadDefinitions } from '@lawgate/workflows';

const [folder, category = 'contract'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('node tools/sample-papers.mjs <folder> [category]');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const definition = (await loadDefinitions()).find(({ key }) => key === category);
if (definition === undefined) throw new Error(`no category "${category}"`);
const withPages = (await soffice()) !== null;
if (!withPages) console.error('soffice is not on the PATH: docx only');
for (const spec of definition.papers ?? []) {
  const source = sampleSource(definition, spec);
  const docx = await setPage(spec.compose(source), { at: source.cause.at });
  const file = path.join(folder, `${category}-${spec.kind}`);
  writeFileSync(`${file}.docx`, docx);
  if (!withPages) continue;
  writeFileSync(`${file}.pdf`, await toPdf(docx));
  execFileSync('pdftoppm', ['-r', '60', '-gray', '-png', `${file}.pdf`, file]);
  console.log(file);
}
