/** What two versions of a document say differently. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Switch, Typography } from 'antd';
import { useState } from 'react';
import type { CaseDocument } from '../api/types.ts';
import { Loading } from '../shared/page.tsx';
import { compared, type Line } from './compared.ts';
import { useContent } from './document-content.ts';
import { paragraphsOf } from './paragraphs-of.ts';
import './text-comparison.css';

export interface TextComparisonProps {
  readonly caseId: string;
  readonly before: CaseDocument;
  readonly after: CaseDocument;
}

export default function TextComparison({ caseId, before, after }: TextComparisonProps) {
  const one = useContent(caseId, before.id);
  const other = useContent(caseId, after.id);
  const lines = useQuery({
    queryKey: ['compared', before.id, after.id],
    queryFn: async () => {
      const [was, is] = await Promise.all([
        paragraphsOf(before.mediaType, one.data ?? new Blob()),
        paragraphsOf(after.mediaType, other.data ?? new Blob()),
      ]);
      return { lines: compared(was, is) };
    },
    enabled: one.data !== undefined && other.data !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  const failed = one.error ?? other.error;
  if (failed !== null)
    return <Loading query={{ data: undefined, error: failed, refetch: () => one.refetch() }}>{() => null}</Loading>;
  if (lines.error !== null)
    return <Alert type="warning" showIcon title="其中一个版本读不出文字，无法比较，请下载后核对。" />;
  return (
    <Loading query={lines}>
      {({ lines: found }) =>
        found === null ? (
          <Alert type="warning" showIcon title="文件太长，无法在页面内比较，请下载后核对。" />
        ) : (
          <Compared lines={found} before={before} after={after} />
        )
      }
    </Loading>
  );
}

interface ComparedProps {
  readonly lines: readonly Line[];
  readonly before: CaseDocument;
  readonly after: CaseDocument;
}

function Compared({ lines, before, after }: ComparedProps) {
  const [whole, setWhole] = useState(false);
  const changed = lines.filter(({ kind }) => kind !== 'same').length;
  const shown = whole ? lines : lines.filter(({ kind }) => kind !== 'same');
  return (
    <section aria-label={`第 ${before.version} 版与第 ${after.version} 版的比较`}>
      <Flex gap={16} wrap align="center" style={{ marginBottom: 8 }}>
        <Typography.Text strong>
          第 {before.version} 版 → 第 {after.version} 版：{changed === 0 ? '文字没有变化' : `${changed} 段有变化`}
        </Typography.Text>
        <label>
          <Switch size="small" checked={whole} onChange={setWhole} /> 显示全文
        </label>
      </Flex>
      <div className="reader-scroll compared" tabIndex={0} role="group" aria-label="比较结果">
        {shown.map((line, index) => (
          <p key={index} data-kind={line.kind}>
            {line.pieces.map(({ kind, text }, place) =>
              kind === 'added' ? (
                <ins key={place}>{text}</ins>
              ) : kind === 'removed' ? (
                <del key={place}>{text}</del>
              ) : (
                <span key={place}>{text}</span>
              ),
            )}
          </p>
        ))}
      </div>
    </section>
  );
}
