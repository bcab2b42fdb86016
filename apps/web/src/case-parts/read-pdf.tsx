/** A PDF, page by page: a page is drawn when it comes near the viewport. Parsing runs in a worker. */
import { Flex, Skeleton } from 'antd';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DrawnLine } from '../preview/missing-paragraphs.ts';
import type { ReaderProps } from './document-reader.tsx';
import { PdfParts } from './pdf-parts.ts';
import { CannotRead } from './unreadable.tsx';

GlobalWorkerOptions.workerSrc = worker;

export default function ReadPdf({ content, name, onDrawn, onFailed }: ReaderProps) {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const open = useEffectEvent(async (opened: PDFDocumentProxy) => {
    setPdf(opened);
    if (onDrawn === undefined) return;
    const lines = await linesOf(opened);
    onDrawn({ lines, leftOut: [], hasPictures: lines.length === 0 });
  });
  const fail = useEffectEvent(() => {
    setFailed(true);
    onFailed?.('无法在页面内显示，文件可能已损坏或已加密。');
  });
  useEffect(() => {
    let wanted = true;
    let task: ReturnType<typeof getDocument> | null = null;
    content
      .arrayBuffer()
      .then((data) => {
        if (!wanted) return;
        task = getDocument({ data, isEvalSupported: false, useWorkerFetch: false, BinaryDataFactory: PdfParts });
        // A password is never requested: an unlocked file must be uploaded instead.
        return task.promise.then((opened) => (wanted ? open(opened) : undefined));
      })
      .catch(() => {
        if (wanted) fail();
      });
    return () => {
      wanted = false;
      void task?.destroy();
    };
  }, [content]);
  if (failed) return onFailed === undefined ? <CannotRead name={name} /> : null;
  if (pdf === null) return <Skeleton active />;
  return (
    <Flex vertical gap={12} className="reader-scroll" role="document" aria-label={name} tabIndex={0}>
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <PdfPage key={index} pdf={pdf} number={index + 1} />
      ))}
    </Flex>
  );
}

function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return undefined;
    let wanted = true;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        drawPage(pdf, number, holder)
          .then((words) => (wanted ? setText(words) : undefined))
          .catch(() => (wanted ? setBroken(true) : undefined));
      },
      { rootMargin: '600px' },
    );
    near.observe(holder);
    return () => {
      wanted = false;
      near.disconnect();
    };
  }, [pdf, number]);
  return (
    <figure className="reader-page" data-drawn={text !== null}>
      <div ref={place} aria-hidden />
      {/* The page is a picture; its words are next to it for anyone who cannot see it. */}
      {text === null || text === '' ? null : <p className="visually-hidden">{text}</p>}
      {broken ? <p>这一页无法显示。</p> : null}
      <figcaption>
        第 {number} 页，共 {pdf.numPages} 页
      </figcaption>
    </figure>
  );
}

/** @returns the text of the page, empty for a scan */
async function drawPage(pdf: PDFDocumentProxy, number: number, holder: HTMLElement): Promise<string> {
  const page = await pdf.getPage(number);
  const width = Math.min(holder.clientWidth, 900);
  const ratio = Math.min(devicePixelRatio, 2);
  const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * ratio });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = '100%';
  canvas.style.maxWidth = '900px';
  await page.render({ canvas, viewport }).promise;
  holder.replaceChildren(canvas);
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

/** The text of all pages by lines; a header that is equal on every page is repeated. */
async function linesOf(pdf: PDFDocumentProxy): Promise<DrawnLine[]> {
  const lines: DrawnLine[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    let text = '';
    for (const item of items) {
      if (!('str' in item)) continue;
      text += item.str;
      if (!item.hasEOL) continue;
      lines.push({ text, number: '', isLoose: false });
      text = '';
    }
    lines.push({ text, number: '', isLoose: false });
  }
  return lines.filter(({ text }) => text.trim() !== '');
}
