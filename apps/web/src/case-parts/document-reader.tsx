/**
 * Documents of a case, displayed in the page. Each file type has its own reader, which is loaded with the first file of
 * that type; other types are offered for download.
 */
import { DownloadOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Flex, Segmented, Select, Skeleton, Spin, Tag, Typography } from 'antd';
import { lazy, Suspense, useCallback, useState, type ComponentType } from 'react';
import { ApiProblem } from '../api/problem.ts';
import type { CaseDocument } from '../api/types.ts';
import type { Drawn } from '../preview/completeness.tsx';
import type { TextViewProps } from '../preview/text-view.tsx';
import { Loading, Nothing } from '../shared/page.tsx';
import { contentAddress, fileSize, useContent, usePreview } from './document-content.ts';
import { Unreadable } from './unreadable.tsx';
import './document-reader.css';

export interface ReaderProps {
  readonly content: Blob;
  readonly name: string;
  /** Called when everything is drawn, for readers whose text is compared with the extracted one. */
  readonly onDrawn?: ((drawn: Drawn) => void) | undefined;
  /** Called in place of a message. @param reason continues a sentence that begins with the name of the document */
  readonly onFailed?: ((reason: string) => void) | undefined;
}

export interface DocumentReaderProps {
  readonly caseId: string;
  readonly documents: readonly CaseDocument[];
  /** Labels of the kinds of documents; without them the kinds are not distinguished. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Warnings for people who open a document, such as tracked changes in it; by the document's id. */
  readonly notes?: Readonly<Record<string, readonly string[]>>;
  /** The open document. If left out, the reader manages it and begins with the first. */
  readonly open?: string | undefined;
  readonly onOpen?: (documentId: string) => void;
}

const Completeness = lazy(() => import('../preview/completeness.tsx'));
const TextView = lazy(() => import('../preview/text-view.tsx'));
const ReadDocx = lazy(() => import('./read-docx.tsx'));
const ReadPdf = lazy(() => import('./read-pdf.tsx'));
const ReadText = lazy(() => import('./read-text.tsx'));
const ReadImage = lazy(() => import('./read-image.tsx'));

interface Kind {
  readonly reader: ComponentType<ReaderProps>;
  /** The server converts it to PDF. */
  readonly isConverted?: boolean;
  /** Every extracted paragraph is looked for in the drawing. */
  readonly isChecked?: boolean;
}

const word: Kind = { reader: ReadDocx, isChecked: true };
/** Of every other type the server knows whether it can be converted. */
const converted: Kind = { reader: ReadPdf, isConverted: true, isChecked: true };

const kinds: Readonly<Record<string, Kind>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': word,
  'application/vnd.ms-word.document.macroenabled.12': word,
  // Its pages are drawn as the file describes them.
  'application/pdf': { reader: ReadPdf },
  'text/plain': { reader: ReadText },
  'text/markdown': { reader: ReadText },
  'text/csv': { reader: ReadText },
  'image/png': { reader: ReadImage },
  'image/jpeg': { reader: ReadImage },
};

/** Bytes. A larger file is opened only on request, because the page would be slow while it is drawn. */
const large = 20 * 1024 * 1024;

export function DocumentReader({ caseId, documents, labels = {}, notes = {}, open, onOpen }: DocumentReaderProps) {
  const [own, setOwn] = useState<string>();
  const latest = latestFirst(documents, Object.keys(labels));
  const shown = documents.find(({ id }) => id === (open ?? own)) ?? latest[0];
  if (shown === undefined) return <Nothing>还没有材料。</Nothing>;
  const choose = onOpen ?? setOwn;
  return (
    <section aria-label="阅读材料">
      <Flex vertical gap={8}>
        <Flex gap={8} align="center" wrap>
          <Select
            aria-label="选择材料"
            showSearch={{ optionFilterProp: 'label' }}
            value={shown.id}
            onChange={choose}
            options={optionsOf(latest, labels)}
            popupMatchSelectWidth={false}
            style={{ flex: '1 1 220px', minWidth: 0 }}
          />
          <Tag variant="outlined">第 {shown.version} 版</Tag>
          <Typography.Text type="secondary" className="numeric">
            {fileSize(shown.size)}
          </Typography.Text>
          <Button icon={<DownloadOutlined />} href={contentAddress(caseId, shown.id)} download={shown.name}>
            下载
          </Button>
        </Flex>
        {(notes[shown.id] ?? []).map((note) => (
          <Alert key={note} type="info" showIcon title={note} />
        ))}
        <Opened key={shown.id} caseId={caseId} document={shown} />
      </Flex>
    </section>
  );
}

/** Films and recordings have no text. */
const isMedia = (mediaType: string): boolean => /^(?:video|audio)\//u.test(mediaType);

function Opened({ caseId, document }: { caseId: string; document: CaseDocument }) {
  const kind = kinds[document.mediaType] ?? converted;
  const [wanted, setWanted] = useState(document.size <= large);
  if (isMedia(document.mediaType)) {
    return <Alert type="info" showIcon title="这种文件不能在页面内阅读，请下载后打开。" />;
  }
  if (!wanted) {
    return (
      <Alert
        type="info"
        showIcon
        title={`文件较大（${fileSize(document.size)}），打开需要一些时间。`}
        action={<Button onClick={() => setWanted(true)}>仍在页面内打开</Button>}
      />
    );
  }
  return kind.isConverted === true ? (
    <Converted caseId={caseId} document={document} kind={kind} />
  ) : (
    <Original caseId={caseId} document={document} kind={kind} />
  );
}

interface ContentProps {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly kind: Kind;
}

function Original(props: ContentProps) {
  const content = useContent(props.caseId, props.document.id);
  return <Content {...props} content={content} />;
}

function Converted(props: ContentProps) {
  const { caseId, document } = props;
  const content = usePreview(caseId, document.id);
  // Only a refusal to convert: who may not read the document gets no text of it either.
  if (content.error instanceof ApiProblem && content.error.problem.code.startsWith('document.preview-')) {
    const { code, detail } = content.error.problem;
    const reason =
      code === 'document.preview-not-converted' ? '不能按原样显示，只显示文字。' : `没有按原样显示：${detail}`;
    return <Text caseId={caseId} documentId={document.id} name={document.name} reason={reason} />;
  }
  if (content.isPending) return <Spin description="正在由 LibreOffice 转换" />;
  return <Content {...props} content={content} />;
}

function Text(props: TextViewProps) {
  return (
    <Suspense fallback={<Skeleton active />}>
      <TextView {...props} />
    </Suspense>
  );
}

type Shown = 'page' | 'text';
const choices = [
  { value: 'page' as const, label: '原样' },
  { value: 'text' as const, label: '文字' },
];

function Content({ caseId, document, kind, content }: ContentProps & { content: UseQueryResult<Blob> }) {
  const { reader: Reader, isChecked = false, isConverted = false } = kind;
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown>('page');
  const showText = useCallback(() => setShown('text'), []);
  const failEmpty = useCallback(() => setFailed('没有画出任何内容，但文件中有文字。'), []);
  const text = (reason?: string) => (
    <Text caseId={caseId} documentId={document.id} name={document.name} reason={reason} />
  );
  if (failed !== null) return text(failed);
  return (
    <Loading query={content}>
      {(blob) => (
        <>
          {isChecked ? <Segmented<Shown> value={shown} onChange={setShown} options={choices} /> : null}
          {isConverted && shown === 'page' ? (
            <Typography.Text type="secondary">由LibreOffice转换后显示，版式可能与原件不同。</Typography.Text>
          ) : null}
          {isChecked && shown === 'page' ? (
            <Suspense>
              <Completeness
                caseId={caseId}
                documentId={document.id}
                drawn={drawn}
                onText={showText}
                onEmpty={failEmpty}
              />
            </Suspense>
          ) : null}
          {shown === 'text' ? (
            text()
          ) : (
            <Unreadable name={document.name} instead={text('无法在页面内显示。')}>
              <Suspense fallback={<Skeleton active />}>
                <Reader
                  content={blob}
                  name={document.name}
                  onDrawn={isChecked ? setDrawn : undefined}
                  onFailed={setFailed}
                />
              </Suspense>
            </Unreadable>
          )}
        </>
      )}
    </Loading>
  );
}

/** Newest version of each kind first; kinds in the order in which the checklist names them. */
function latestFirst(documents: readonly CaseDocument[], order: readonly string[]): CaseDocument[] {
  const kinds = new Set([...order, ...documents.map(({ kind }) => kind)]);
  return [...kinds].flatMap((kind) =>
    documents.filter((each) => each.kind === kind).sort((a, b) => b.version - a.version),
  );
}

function optionsOf(documents: readonly CaseDocument[], labels: Readonly<Record<string, string>>) {
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const same = documents.filter((each) => each.kind === kind);
    const options = same.map(({ id, name, version }) => ({
      value: id,
      label: same.length > 1 ? `${name}（第 ${version} 版）` : name,
    }));
    return { label: labels[kind] ?? '材料', title: labels[kind] ?? '材料', options };
  });
}
