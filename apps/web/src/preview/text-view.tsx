/** The text of a document in place of its drawing, and what this does not show. */
import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Spin } from 'antd';
import { useState } from 'react';
import { contentAddress } from '../case-parts/document-content.ts';
import { Loading } from '../shared/page.tsx';
import { maxParagraphs, useDocumentText, type DocumentText, type Paragraph } from './document-text.ts';
import { partName } from './part-name.ts';
import { RecognisedMark } from './recognised-mark.tsx';

export interface TextViewProps {
  readonly caseId: string;
  readonly documentId: string;
  readonly name: string;
  /** Why the document itself is not shown; absent where the person asked for its text. */
  readonly reason?: string | undefined;
}

/** Paragraphs that are put into the page at once; a browser would freeze with all of a long one. */
const atOnce = 2000;

export default function TextView({ caseId, documentId, name, reason }: TextViewProps) {
  const text = useDocumentText(caseId, documentId, true);
  return (
    <Flex vertical gap={8}>
      {reason === undefined ? null : (
        <Alert
          type="warning"
          showIcon
          title={`“${name}”${reason}`}
          description="下面是从文件中读取的文字，版式、图片和印章没有显示。"
          action={
            <Button icon={<DownloadOutlined />} href={contentAddress(caseId, documentId)} download={name}>
              下载原件
            </Button>
          }
        />
      )}
      <Loading query={text}>{(found) => <Words name={name} text={found} />}</Loading>
    </Flex>
  );
}

function Words({ name, text }: { name: string; text: DocumentText }) {
  const [shown, setShown] = useState(atOnce);
  const { state, message, paragraphs, unread, isWhole } = text;
  if (state === 'pending') return <Spin description="正在读取文字" />;
  return (
    <>
      {unread.length === 0 ? null : (
        <Alert
          type="info"
          showIcon
          title="以下内容没有作为文字显示"
          description={
            <ul className="reader-missing">
              {unread.map(({ part, page, reason }, index) => (
                <li key={index}>{`${part}${page === null ? '' : `（第${page}页）`}：${reason}`}</li>
              ))}
            </ul>
          }
        />
      )}
      {state === 'done' ? (
        <div className="reader-scroll reader-text written" role="document" aria-label={`${name}的文字`} tabIndex={0}>
          {paragraphs.slice(0, shown).map(({ text: words, part, page, recognised }, index) => (
            <p key={index}>
              {part === undefined || part === 'body' || part === paragraphs[index - 1]?.part ? null : (
                <strong>〔{partName(part)}〕</strong>
              )}
              {recognised && !isSamePage(paragraphs[index - 1], page) ? <RecognisedMark /> : null}
              {words}
            </p>
          ))}
          {paragraphs.length > shown ? (
            <Button onClick={() => setShown(shown + atOnce)}>再显示 {atOnce} 段</Button>
          ) : isWhole ? null : (
            <p>文字较长，这里只有前 {maxParagraphs} 段，全文请下载。</p>
          )}
        </div>
      ) : (
        <Alert
          type="info"
          showIcon
          title={message ?? (state === 'no-text' ? '没有可读取的文字，可能是扫描件。' : '这种文件不读取文字。')}
        />
      )}
    </>
  );
}

/** Whether the paragraph before was recognised on the same page: then the mark is there. */
const isSamePage = (before: Paragraph | undefined, page: number | null): boolean =>
  before?.recognised === true && before.page === page;
