/** Draws a Word file as nodes that run nothing and load nothing. */
import { parseAsync, renderDocument } from 'docx-preview';
import { normaliseDocx } from './normalise.ts';
import { drawnLines } from '../drawn-lines.ts';
import type { DrawnLine } from '../missing-paragraphs.ts';
import { PackageError } from './office-package.ts';
import { formulaStyle, markStyle, numberStyle } from './markup.ts';

export interface DrawnDocx {
  readonly nodes: readonly Node[];
  /** What is certainly not drawn, in words for people. */
  readonly leftOut: readonly string[];
}

const options = {
  className: 'docx',
  useBase64URL: true,
  renderAltChunks: false,
  renderChanges: true,
  // Comments and numbers are text of the normalised file already.
  renderComments: false,
  ignoreLastRenderedPageBreak: true,
} as const;

/** @throws Error when the file is not a docx, or too large for a page */
export async function drawDocx(content: Blob): Promise<DrawnDocx> {
  const { nodes, leftOut } = await rendered(content, true).catch((error: unknown) => {
    if (error instanceof PackageError) throw error;
    return rendered(content, false);
  });
  for (const node of nodes) {
    if (!(node instanceof Element)) continue;
    for (const link of node.querySelectorAll('a[href]:not([href^="#"])')) {
      // The address of an external link is shown and cannot be followed.
      link.setAttribute('title', link.getAttribute('href') ?? '');
      link.removeAttribute('href');
    }
    for (const stranger of node.querySelectorAll('script, iframe, object, embed, form')) stranger.remove();
  }
  return { nodes, leftOut };
}

async function rendered(content: Blob, hasLook: boolean): Promise<DrawnDocx> {
  const normalised = await normaliseDocx(content, hasLook);
  const nodes = await renderDocument(await parseAsync(normalised.content, options), options);
  return { nodes, leftOut: hasLook ? normalised.leftOut : [...normalised.leftOut, '样式（已损坏）'] };
}

/** Pictures that this browser cannot show are replaced by words. @returns how many there are */
export async function namePictures(root: Element): Promise<number> {
  const pictures = [...root.querySelectorAll('img')];
  const isBroken = await Promise.all(
    pictures.map((picture) =>
      picture.decode().then(
        () => false,
        () => true,
      ),
    ),
  );
  const broken = pictures.filter((_, at) => isBroken[at]);
  for (const picture of broken) {
    const words = root.ownerDocument.createElement('span');
    words.className = `docx_${markStyle}`;
    words.textContent = '〔图片，本浏览器不能显示〕';
    picture.replaceWith(words);
  }
  return broken.length;
}

export function docxLines(root: Element): DrawnLine[] {
  return drawnLines(root, {
    marks: `docx_${markStyle}`,
    numbers: `docx_${numberStyle}`,
    formulas: `docx_${formulaStyle}`,
  });
}
