/** Runs in a page of a real browser, where a spec draws files; no page of the application loads it. */
import { docxLines, drawDocx, namePictures } from './draw-docx.ts';

Object.assign(globalThis, {
  lawgateDraw: async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const { nodes, leftOut } = await drawDocx(new Blob([bytes]));
    document.body.replaceChildren(...nodes);
    const brokenPictures = await namePictures(document.body);
    return { lines: docxLines(document.body), leftOut, brokenPictures, html: document.body.innerHTML };
  },
});
