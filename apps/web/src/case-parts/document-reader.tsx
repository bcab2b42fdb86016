/**
 * Documents of a case, displayed in the page. Each file type has its own reader, which is loaded with the first file of
 * that type; other types are offered for download.
 */
import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Select, Skeleton, Tag, Typography } from 'antd';
import { lazy, Suspense, useState, type ComponentType } from 'react';
import type { CaseDocument } from '../api/types.ts';
import { Loading, Nothing } from '../shared/page.tsx';
import { contentAddress, fileSize, useContent } from './document-content.ts';
import { Unreadable } from './unreadable.tsx';
import './document-reader.css';

export interface ReaderProps {
  readonly content: Blob;
  readonly name: string;
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

const ReadDocx = lazy(() => import('./read-docx.tsx'));
const ReadPdf = lazy(() => import('./read-pdf.tsx'));
const ReadText = lazy(() => import('./read-text.tsx'));
const ReadImage = lazy(() => import('./read-image.tsx'));

const readers: Readonly<Record<string, ComponentType<ReaderProps>>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ReadDocx,
  'application/pdf': ReadPdf,
  'text/plain': ReadText,
  'text/markdown': ReadText,
  'text/csv': ReadText,
  'image/png': ReadImage,
  'image/jpeg': ReadImage,
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

function Opened({ caseId, document }: { caseId: string; document: CaseDocument }) {
  const Reader = readers[document.mediaType];
  const [wanted, setWanted] = useState(document.size <= large);
  if (Reader === undefined) {
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
  return <Content caseId={caseId} document={document} reader={Reader} />;
}

interface ContentProps {
  readonly caseId: string;
  readonly document: CaseDocument;
  readonly reader: ComponentType<ReaderProps>;
}

function Content({ caseId, document, reader: Reader }: ContentProps) {
  const content = useContent(caseId, document.id);
  return (
    <Loading query={content}>
      {(blob) => (
        <Unreadable name={document.name}>
          <Suspense fallback={<Skeleton active />}>
            <Reader content={blob} name={document.name} />
          </Suspense>
        </Unreadable>
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
