import { Alert, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import type { ReaderProps } from './document-reader.tsx';
import { textOf } from './text-of.ts';

/** Maximum number of displayed characters; a browser would freeze with more. */
const maxCharacters = 300_000;

export default function ReadText({ content, name }: ReaderProps) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void content.arrayBuffer().then((bytes) => (wanted ? setText(textOf(bytes)) : undefined));
    return () => {
      wanted = false;
    };
  }, [content]);
  if (text === null) return <Skeleton active />;
  return (
    <>
      {text.length > maxCharacters ? (
        <Alert type="info" title={`文件较长，这里只显示开头 ${maxCharacters / 10_000} 万字，全文请下载。`} />
      ) : null}
      <div className="reader-scroll reader-text written" role="document" aria-label={name} tabIndex={0}>
        {text.slice(0, maxCharacters)}
      </div>
    </>
  );
}
