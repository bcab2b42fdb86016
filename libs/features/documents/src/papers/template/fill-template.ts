/** Fills a town's own template with the values and blocks of a paper. */
import type { PaperContent } from '@lawgate/engine';
import { fillDocx, openOwnDocx, packDocx } from '@lawgate/files';
import { Document, Packer } from 'docx';
import { setBlock, type SetOptions } from '../page/set-page.ts';
import { bodyLine } from '../page/set-text.ts';
import { valuesOf } from './in-force.ts';
import { openTemplate, withoutDocxErrors } from './open-template.ts';
import { bodyPlaceholder, placeholderNames } from './placeholders.ts';

/** @throws ProblemError for a template that should have been refused at its upload */
export async function fillTemplate(
  template: Buffer,
  content: PaperContent,
  { mark }: Partial<SetOptions>,
): Promise<Buffer> {
  const files = await openTemplate(template);
  const values = valuesOf(content);
  const body = await blocksXml(content, mark);
  return withoutDocxErrors(() =>
    packDocx(
      fillDocx(files, {
        names: placeholderNames,
        block: (name, { isMain }) => (name === bodyPlaceholder ? (isMain ? body : '') : null),
        inline: (name) => [{ text: Object.hasOwn(values, name) ? (values[name] ?? '') : '' }],
      }),
    ),
  );
}

/** The paper's paragraphs and tables as XML of a document. */
async function blocksXml(content: PaperContent, mark?: string): Promise<string> {
  const children = [
    ...(mark === undefined ? [] : [bodyLine(`【${mark}】`)]),
    ...content.body.flatMap((block) => setBlock(block)),
  ];
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const xml = (await openOwnDocx(bytes)).get('word/document.xml')?.toString('utf8') ?? '';
  return /<w:body>([^]*)<w:sectPr/.exec(xml)?.[1] ?? '';
}
