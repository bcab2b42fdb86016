/** A PDF, page by page: a page is drawn when it comes near the viewport. */
import { Alert, Flex, Skeleton } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { OpenedPdf, type DrawnPage } from '../preview/pdf/open-pdf.ts';
import type { ReaderProps } from './document-reader.tsx';
import { CannotRead } from './unreadable.tsx';

interface Opened {
  readonly pdf: OpenedPdf;
  readonly pages: number;
}

/** Maximum width of a page in CSS pixels. */
const maxWidth = 900;

export default function ReadPdf({ content, name, onDrawn, onFailed }: ReaderProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failed, setFailed] = useState(false);
  const open = useEffectEvent(async (pdf: OpenedPdf, pages: number) => {
    setOpened({ pdf, pages });
    if (onDrawn === undefined) return;
    const lines = await pdf.lines();
    onDrawn({ lines, leftOut: [], hasPictures: lines.length === 0 });
  });
  const fail = useEffectEvent(() => {
    setFailed(true);
    onFailed?.('无法在页面内显示，文件可能已损坏或已加密。');
  });
  useEffect(() => {
    let wanted = true;
    let pdf: OpenedPdf | null = null;
    void (async () => {
      try {
        const data = await content.arrayBuffer();
        if (!wanted) return;
        pdf = new OpenedPdf(data);
        const pages = await pdf.pages();
        if (wanted) await open(pdf, pages);
      } catch {
        if (wanted) fail();
      }
    })();
    return () => {
      wanted = false;
      void pdf?.close();
    };
  }, [content]);
  if (failed) return onFailed === undefined ? <CannotRead name={name} /> : null;
  if (opened === null) return <Skeleton active />;
  const { pdf, pages } = opened;
  return (
    <Flex vertical gap={12} className="reader-scroll" role="document" aria-label={name} tabIndex={0}>
      {Array.from({ length: pages }, (_, index) => (
        <PdfPage key={index} pdf={pdf} number={index + 1} pages={pages} />
      ))}
    </Flex>
  );
}

interface PageProps {
  readonly pdf: OpenedPdf;
  readonly number: number;
  readonly pages: number;
}

function PdfPage({ pdf, number, pages }: PageProps) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<DrawnPage | null>(null);
  useEffect(() => {
    const holder = place.current;
    if (holder === null) return undefined;
    let wanted = true;
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        void pdf.draw(number, Math.min(holder.clientWidth, maxWidth)).then((page) => {
          if (!wanted) return;
          if (page.canvas !== null) {
            page.canvas.style.width = '100%';
            page.canvas.style.maxWidth = `${maxWidth}px`;
            holder.replaceChildren(page.canvas);
          }
          setDrawn(page);
        });
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
    <figure className="reader-page" data-drawn={drawn !== null}>
      {drawn === null || drawn.isComplete ? null : (
        <Alert
          type="warning"
          showIcon
          title={
            drawn.canvas === null
              ? `第${number}页无法显示，请下载原件查看。`
              : `第${number}页有图片、字体或其他内容没有画出，请下载原件查看。`
          }
        />
      )}
      <div ref={place} aria-hidden />
      {/* The page is a picture; its words are next to it for anyone who cannot see it. */}
      {drawn === null || drawn.text === '' ? null : <p className="visually-hidden">{drawn.text}</p>}
      {drawn?.annotations.map((text, index) => (
        <p key={index} className="reader-annotation">
          <strong>注释：</strong>
          {text}
        </p>
      ))}
      <figcaption>
        第 {number} 页，共 {pages} 页
      </figcaption>
    </figure>
  );
}
