/**
 * The papers of a case: displayed in the page, or downloaded. Papers in the making are marked; the open one is in the
 * URL.
 */
import type { Paper } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Skeleton, Tag, Typography } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { usePaperFormats } from '../../api/queries.ts';
import type { CaseView } from '../../api/types.ts';
import { fileSize } from '../../case-parts/document-content.ts';
import { Unreadable } from '../../case-parts/unreadable.tsx';
import '../../case-parts/document-reader.css';
import { instant } from '../../shared/dates.ts';
import { useInSight } from '../../shared/in-sight.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { CaseNumbers } from './case-numbers.tsx';

const ReadDocx = lazy(() => import('../../case-parts/read-docx.tsx'));

/** Milliseconds between polls of papers that are being made; a worker needs seconds. */
const soon = 3000;

export default function CasePapers({ view }: { view: CaseView }) {
  const [search, setSearch] = useSearchParams();
  const papers = useQuery({
    queryKey: [...keys.case(view.id), 'papers'],
    queryFn: async () =>
      (await answered(api.GET('/api/cases/{id}/papers', { params: { path: { id: view.id } } }))).items,
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'waiting') ? soon : false),
  });
  const { data: able } = usePaperFormats();
  return (
    <Loading query={papers}>
      {(items) =>
        items.length === 0 ? (
          <Flex vertical gap={16}>
            <Nothing>还没有文书。受理、补正、审签等环节办理后自动生成。</Nothing>
            <CaseNumbers caseId={view.id} />
          </Flex>
        ) : (
          <Flex vertical gap={16}>
            <Flex vertical component="ul" style={{ margin: 0, padding: 0, listStyle: 'none' }} aria-label="文书">
              {items.map((paper) => (
                <li key={`${paper.seq}.${paper.kind}`} style={{ padding: '8px 0', borderBottom: '1px solid #8883' }}>
                  <Line
                    caseId={view.id}
                    paper={paper}
                    pdf={able?.pdf ?? false}
                    onOpen={() => setSearch({ tab: 'papers', paper: paper.id ?? '' })}
                  />
                </li>
              ))}
            </Flex>
            {able?.pdf === false ? (
              <Typography.Text type="secondary">本机没有安装 LibreOffice，文书只有 docx 格式。</Typography.Text>
            ) : null}
            <CaseNumbers caseId={view.id} />
            <Opened caseId={view.id} paper={items.find(({ id }) => id !== null && id === search.get('paper'))} />
          </Flex>
        )
      }
    </Loading>
  );
}

interface LineProps {
  readonly caseId: string;
  readonly paper: Paper;
  readonly pdf: boolean;
  readonly onOpen: () => void;
}

function Line({ caseId, paper, pdf, onOpen }: LineProps) {
  const { id, title, label, number, voided, signer, madeAt, size } = paper;
  const address = `/api/cases/${caseId}/papers/${id}/content`;
  return (
    <Flex gap={8} align="center" wrap>
      <Typography.Text strong>{title}</Typography.Text>
      {title === label ? null : <Tag variant="outlined">{label}</Tag>}
      {number === null ? null : <span className="numeric">{number}</span>}
      {voided ? (
        <Tag color="red" variant="outlined">
          文号已作废
        </Tag>
      ) : null}
      {id === null ? (
        <Tag variant="outlined" role="status">
          正在生成
        </Tag>
      ) : (
        <>
          <Typography.Text type="secondary">
            {signer === null ? '' : `${signer.name}签发，`}
            {madeAt === null ? '' : instant(madeAt)}
            {size === null ? '' : `，${fileSize(size)}`}
          </Typography.Text>
          <Button size="small" onClick={onOpen}>
            阅读<span className="visually-hidden">：{title}</span>
          </Button>
          <Button size="small" href={address} download>
            下载 docx<span className="visually-hidden">：{title}</span>
          </Button>
          {pdf ? (
            <Button size="small" href={`${address}?format=pdf`} download>
              下载 pdf<span className="visually-hidden">：{title}</span>
            </Button>
          ) : null}
        </>
      )}
    </Flex>
  );
}

function Opened({ caseId, paper }: { caseId: string; paper: Paper | undefined }) {
  if (paper === undefined || paper.id === null) return null;
  return <Content key={paper.id} caseId={caseId} paper={paper} id={paper.id} />;
}

function Content({ caseId, paper, id }: { caseId: string; paper: Paper; id: string }) {
  const content = useQuery({
    queryKey: ['content', id],
    queryFn: () =>
      answered(
        api.GET('/api/cases/{id}/papers/{paperId}/content', {
          params: { path: { id: caseId, paperId: id }, query: { format: 'docx' } },
          parseAs: 'blob',
        }),
      ) as Promise<unknown> as Promise<Blob>,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const section = useInSight<HTMLElement>(id);
  return (
    <section ref={section} aria-label={paper.title} className="reader-place">
      {paper.voided ? (
        <Alert type="warning" showIcon title="这份文书的文号已作废。" style={{ marginBottom: 8 }} />
      ) : null}
      <Loading query={content}>
        {(blob) => (
          <Unreadable name={paper.title}>
            <Suspense fallback={<Skeleton active />}>
              <ReadDocx content={blob} name={paper.title} />
            </Suspense>
          </Unreadable>
        )}
      </Loading>
    </section>
  );
}
