/**
 * A docx drawn into a frame that runs no scripts and loads nothing: an uploaded file must not act with the rights of
 * its reader.
 */
import { Skeleton } from 'antd';
import { parseAsync, renderDocument } from 'docx-preview';
import { useEffect, useRef, useState } from 'react';
import type { ReaderProps } from './document-reader.tsx';
import { CannotRead } from './unreadable.tsx';
import './document-reader.css';

const style = `
  html { background: #eceef1; color-scheme: light; }
  body { margin: 0; }
  .docx-wrapper { background: none !important; padding: 12px !important; }
  .docx-wrapper > section.docx { box-shadow: none !important; border: 1px solid #c9ced6; margin-bottom: 12px !important; max-width: 100%; box-sizing: border-box; background: #fff; }
  img, svg, table { max-width: 100%; }
  @media (max-width: 700px) {
    .docx-wrapper { padding: 0 !important; align-items: stretch !important; }
    .docx-wrapper > section.docx { width: auto !important; min-height: 0 !important; padding: 16px !important; border: 0; }
  }
`;
const emptyPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>材料</title></head><body></body></html>`;

const options = {
  className: 'docx',
  useBase64URL: true,
  renderAltChunks: false,
  renderChanges: true,
  renderComments: false,
  ignoreLastRenderedPageBreak: true,
} as const;

export default function ReadDocx({ content, name }: ReaderProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!loaded || !page) return undefined;
    let wanted = true;
    draw(content)
      .then((nodes) => {
        if (!wanted) return;
        const own = page.createElement('style');
        own.textContent = style;
        page.body.replaceChildren(...nodes, own);
        setState('drawn');
      })
      .catch(() => {
        if (wanted) setState('failed');
      });
    return () => {
      wanted = false;
    };
  }, [content, loaded]);
  if (state === 'failed') return <CannotRead name={name} />;
  return (
    <>
      {state === 'drawing' ? <Skeleton active /> : null}
      <iframe
        ref={frame}
        title={name}
        sandbox="allow-same-origin"
        srcDoc={emptyPage}
        onLoad={() => setLoaded(true)}
        className="reader-frame"
        data-drawn={state === 'drawn'}
      />
    </>
  );
}

/** @throws Error when the file is not a docx */
async function draw(content: Blob): Promise<Node[]> {
  const nodes = await renderDocument(await parseAsync(content, options), options);
  for (const node of nodes) {
    if (!(node instanceof Element)) continue;
    for (const link of node.querySelectorAll('a[href]:not([href^="#"])')) {
      // The address of an external link is shown and cannot be followed.
      link.setAttribute('title', link.getAttribute('href') ?? '');
      link.removeAttribute('href');
    }
    for (const stranger of node.querySelectorAll('script, iframe, object, embed, form')) stranger.remove();
  }
  return nodes;
}
