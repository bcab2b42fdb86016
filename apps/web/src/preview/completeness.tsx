/** Says what of a document its preview does not show: every extracted paragraph is looked for in the drawing. */
import { Alert, Button, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useDocumentText, maxParagraphs, type DocumentText, type Paragraph } from './document-text.ts';
import { missingParagraphs, type DrawnLine } from './missing-paragraphs.ts';
import { partName } from './part-name.ts';

export interface Drawn {
  readonly lines: readonly DrawnLine[];
  /** What is certainly not drawn, in words for people. */
  readonly leftOut: readonly string[];
  /** True where something is visible that has no text, such as a picture. */
  readonly hasPictures: boolean;
}

export interface CompletenessProps {
  readonly caseId: string;
  readonly documentId: string;
  /** Null while the document is being drawn. */
  readonly drawn: Drawn | null;
  readonly onText: () => void;
  /** Nothing is drawn although the document has text. */
  readonly onEmpty: () => void;
}

/** Missing paragraphs that are listed before the rest is asked for. */
const listed = 10;

export default function Completeness({ caseId, documentId, drawn, onText, onEmpty }: CompletenessProps) {
  const text = useDocumentText(caseId, documentId, drawn !== null);
  const missing = useMissing(text.data, drawn);
  const isEmpty =
    drawn !== null && drawn.lines.length === 0 && !drawn.hasPictures && (text.data?.paragraphs.length ?? 0) > 0;
  useEffect(() => {
    if (isEmpty) onEmpty();
  }, [isEmpty, onEmpty]);
  if (drawn === null || isEmpty) return null;
  return (
    <div role="status" aria-label="预览是否完整" data-checked={missing !== null}>
      {text.error === null ? (
        <Result text={text.data} missing={missing} onText={onText} />
      ) : (
        <Alert type="warning" showIcon title={`无法核对预览是否完整：${text.error.message}`} />
      )}
      {drawn.leftOut.length === 0 ? null : (
        <Alert type="info" showIcon title={`预览没有画出：${drawn.leftOut.join('、')}。请下载原件查看。`} />
      )}
    </div>
  );
}

/** Null while it is not known. */
function useMissing(text: DocumentText | undefined, drawn: Drawn | null): readonly Paragraph[] | null {
  const [found, setFound] = useState<{ readonly text: DocumentText; readonly missing: readonly Paragraph[] }>();
  useEffect(() => {
    if (text?.state !== 'done' || drawn === null) return undefined;
    let wanted = true;
    void missingParagraphs(text.paragraphs, drawn.lines).then((missing) => {
      if (wanted) setFound({ text, missing });
    });
    return () => {
      wanted = false;
    };
  }, [text, drawn]);
  return found !== undefined && found.text === text ? found.missing : null;
}

interface ResultProps {
  readonly text: DocumentText | undefined;
  readonly missing: readonly Paragraph[] | null;
  readonly onText: () => void;
}

function Result({ text, missing, onText }: ResultProps) {
  const [all, setAll] = useState(false);
  if (text !== undefined && text.state !== 'done' && text.state !== 'pending') {
    return <Alert type="info" showIcon title={`${reasonOf(text)}无法核对预览是否完整，请下载原件核对。`} />;
  }
  if (text === undefined || text.state === 'pending') {
    return <Alert type="info" showIcon title="正在读取文字，读完后核对预览是否完整。" />;
  }
  if (missing === null) return <Alert type="info" showIcon title="正在核对预览是否完整。" />;
  if (missing.length === 0) {
    return (
      <Typography.Text type="secondary">
        {text.isWhole ? '已逐段核对，文字均已显示。' : `前 ${maxParagraphs} 段文字均已显示，其余没有核对。`}
      </Typography.Text>
    );
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={`预览未显示以下内容（${missing.length}处）`}
      description={
        <>
          <ul className="reader-missing">
            {(all ? missing : missing.slice(0, listed)).map(({ text: words, part }, index) => (
              <li key={index}>
                {part === undefined || part === 'body' ? null : <strong>{partName(part)}：</strong>}
                {words}
              </li>
            ))}
          </ul>
          {all || missing.length <= listed ? null : (
            <Button type="link" size="small" onClick={() => setAll(true)}>
              全部列出
            </Button>
          )}
          {text.isWhole ? null : <p>只核对了前 {maxParagraphs} 段文字。</p>}
          <Button type="link" size="small" onClick={onText}>
            查看全部文字
          </Button>
        </>
      }
    />
  );
}

function reasonOf({ state, message }: DocumentText): string {
  if (message !== null) return message;
  return state === 'no-text' ? '没有可读取的文字，' : '这种文件不读取文字，';
}
