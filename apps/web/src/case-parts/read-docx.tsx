/**
 * A docx drawn into a frame that runs no scripts and loads nothing: an uploaded file must not act with the rights of
 * its reader.
 */
import { Skeleton } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { docxLines, drawDocx, namePictures } from '../preview/docx/draw-docx.ts';
import type { ReaderProps } from './document-reader.tsx';
import { CannotRead } from './unreadable.tsx';
import './document-reader.css';

const style = `
  html { background: #eceef1; color-scheme: light; }
  body { margin: 0; }
  .docx-wrapper { background: none !important; padding: 12px !important; align-items: safe center !important; }
  .docx-wrapper > section.docx { box-shadow: none !important; border: 1px solid #c9ced6; margin-bottom: 12px !important; max-width: 100%; box-sizing: border-box; background: #fff; overflow: auto; }
  img, svg { max-width: 100%; }
  .docx_lawgate-mark { color: #5b6472; }
  ins { text-decoration: underline; background: #e6f4ea; }
  del { text-decoration: line-through; background: #fdecea; }
  @media (max-width: 700px) {
    .docx-wrapper { padding: 0 !important; align-items: stretch !important; }
    .docx-wrapper > section.docx { width: auto !important; min-height: 0 !important; padding: 16px !important; border: 0; }
    .docx-wrapper > section.docx > header, .docx-wrapper > section.docx > footer { margin: 0 !important; min-height: 0 !important; }
  }
`;
const emptyPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>材料</title></head><body></body></html>`;

export default function ReadDocx({ content, name, onDrawn, onFailed }: ReaderProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  const [state, setState] = useState<'drawing' | 'drawn' | 'failed'>('drawing');
  const fail = useEffectEvent(() => {
    setState('failed');
    onFailed?.('无法在页面内显示，文件可能已损坏或已加密。');
  });
  const finish = useEffectEvent((page: Document, leftOut: readonly string[], brokenPictures: number) => {
    const named = brokenPictures === 0 ? [] : [`图片${brokenPictures}张`];
    const hasPictures = page.body.querySelector('img, svg image') !== null;
    onDrawn?.({ lines: docxLines(page.body), leftOut: [...leftOut, ...named], hasPictures });
  });
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!loaded || !page) return undefined;
    let wanted = true;
    void (async () => {
      try {
        const { nodes, leftOut } = await drawDocx(content);
        if (!wanted) return;
        const own = page.createElement('style');
        own.textContent = style;
        page.body.replaceChildren(...nodes, own);
        setState('drawn');
        const brokenPictures = await namePictures(page.body);
        if (wanted) finish(page, leftOut, brokenPictures);
      } catch {
        if (wanted) fail();
      }
    })();
    return () => {
      wanted = false;
    };
  }, [content, loaded]);
  if (state === 'failed') return onFailed === undefined ? <CannotRead name={name} /> : null;
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
