/** Differences of two documents. A worker compares them; the result is stored with the case. */
import type { Comparison } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Spin, Typography } from 'antd';
import { answered, api } from '../api/client.ts';
import type { CaseDocument } from '../api/types.ts';
import { Loading } from '../shared/page.tsx';
import { RecognisedMark } from '../preview/recognised-mark.tsx';
import { ComparisonAcceptance } from './comparison-acceptance.tsx';
import { sameFile } from './same-file.ts';
import './text-comparison.css';

export interface TextComparisonProps {
  readonly caseId: string;
  readonly before: CaseDocument;
  readonly after: CaseDocument;
  /** True if the case waits for the acceptance of the result, and this person may accept it. */
  readonly acceptable?: boolean;
}

/** Milliseconds between polls of a running comparison. */
const soon = 1500;

export default function TextComparison({ caseId, before, after, acceptable = false }: TextComparisonProps) {
  // A second request for the same two documents returns the existing comparison.
  const asked = useQuery({
    queryKey: ['compared', before.id, after.id],
    queryFn: () =>
      answered(
        api.POST('/api/cases/{id}/comparisons', {
          params: { path: { id: caseId } },
          body: { left: before.id, right: after.id },
        }),
      ),
    staleTime: Infinity,
  });
  const comparison = useQuery({
    queryKey: ['comparison', asked.data?.id ?? ''],
    queryFn: () =>
      answered(
        api.GET('/api/cases/{id}/comparisons/{comparisonId}', {
          params: { path: { id: caseId, comparisonId: asked.data?.id ?? '' } },
        }),
      ),
    enabled: asked.data !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? soon : false),
  });
  return (
    <Loading query={asked}>
      {() => (
        <Loading query={comparison}>
          {(found) => (
            <>
              <Compared comparison={found} />
              {acceptable && found.state !== 'pending' && found.accepted === null && !found.outdated ? (
                <ComparisonAcceptance caseId={caseId} comparison={found} />
              ) : null}
            </>
          )}
        </Loading>
      )}
    </Loading>
  );
}

function Compared({ comparison }: { comparison: Comparison }) {
  const { state, message, left, right, hunks, accepted, notCompared, changes, outdated } = comparison;
  const isSealed = left.kind !== right.kind;
  const name = isSealed
    ? `${left.name}（第 ${left.version} 版）→ ${right.name}（第 ${right.version} 版）`
    : `第 ${left.version} 版 → 第 ${right.version} 版`;
  if (state === 'pending') return <Spin description="正在比较" />;
  if (state === 'failed') {
    return (
      <>
        <Alert type="warning" showIcon title={message ?? '无法比较，请下载后核对。'} style={{ marginBottom: 8 }} />
        <Accepted accepted={accepted} />
      </>
    );
  }
  return (
    <section aria-label={`${name}的比较`}>
      <Typography.Paragraph strong style={{ marginBottom: 8 }}>
        {name}：{resultOf(comparison)}
        {summaryOf(changes)}
      </Typography.Paragraph>
      {outdated ? <Alert type="warning" showIcon title="由旧版读取器作出，请重新比对。" /> : null}
      {notCompared.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 8 }}
          title="下列内容没有比对，须人工核对"
          description={
            <ul aria-label="没有比对的内容">
              {notCompared.map(({ part, reason }, index) => (
                <li key={index}>
                  {part}：{reason}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {isSealed && left.sha256 === right.sha256 ? (
        <Alert type="warning" showIcon title={`${sameFile}。`} style={{ marginBottom: 8 }} />
      ) : null}
      <Accepted accepted={accepted} />
      {hunks.length === 0 ? null : (
        <div className="reader-scroll compared" tabIndex={0} role="group" aria-label="比较结果">
          {hunks.map(({ spans, left: was, right: is, recognised }, index) => (
            <p key={index} data-kind={was === null ? 'added' : is === null ? 'removed' : 'changed'}>
              {recognised === true ? <RecognisedMark /> : null}
              {spans.map(({ kind, text }, place) =>
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
      )}
    </section>
  );
}

function Accepted({ accepted }: Pick<Comparison, 'accepted'>) {
  if (accepted === null) return null;
  return (
    <Typography.Paragraph type="secondary">
      {accepted.by.name}已确认比较结果
      {accepted.checkedBy === null ? '' : `（人工核对：${accepted.checkedBy}）`}
      {accepted.reason === null ? '' : `：${accepted.reason}`}
    </Typography.Paragraph>
  );
}

const kindLabels = { amount: '金额', date: '日期', number: '数字', name: '名称', text: '文字' } as const;
/** Changes that the summary names; the others are in the list below. */
const maxNamed = 5;

/** The amounts, dates, numbers and names that changed. */
function summaryOf(changes: Comparison['changes']): string {
  const named = changes.filter(({ kind }) => kind !== 'text');
  if (named.length === 0) return '';
  const words = named
    .slice(0, maxNamed)
    .map(({ kind, from, to }) => `${kindLabels[kind]} ${from ?? '（无）'}→${to ?? '（无）'}`);
  return `（${words.join('；')}${named.length > maxNamed ? '等' : ''}）`;
}

function resultOf({ basis, differences, notCompared }: Comparison): string {
  if (basis === 'pages') {
    if (differences === null) return '有一份没有可读取的文字，也无法核对页数，请逐页核对';
    return `有一份是没有文字的扫描件，只核对了页数${differences === 0 ? '，页数相同' : `，相差 ${differences} 页`}，请逐页核对`;
  }
  if (differences === 0) return notCompared.length === 0 ? '文字没有变化' : '已比对的文字没有变化';
  return `${differences ?? '若干'} 处有变化`;
}
