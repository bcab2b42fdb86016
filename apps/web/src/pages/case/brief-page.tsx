/**
 * One page for the decision: conclusion, risks, unadopted points, overdue clocks, and the buttons. For a phone, and for
 * printing.
 */
import { PrinterOutlined } from '@ant-design/icons';
import { Button, Flex, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useCase, useDefinition } from '../../api/queries.ts';
import type { CaseOpinion, CaseView, Definition } from '../../api/types.ts';
import { WhoHasIt } from '../../case-parts/who-has-it.tsx';
import { choiceLabel, payloadSchema } from '../../case-parts/words-of.ts';
import { EventButtons } from '../../events/event-buttons.tsx';
import { fullDate, instant, remainingWords } from '../../shared/dates.ts';
import { Loading, Page } from '../../shared/page.tsx';
import { roleLabel } from '../../shared/words.ts';
import { adoptedWord, adoptionsOf, isAdopted } from './adoption.tsx';
import { CaseVerificationNotice } from './case-verification.tsx';
import { RecordedBanner } from './recorded-banner.tsx';
import { RecordedOverview } from './recorded-overview.tsx';
import './brief.css';

export default function BriefPage() {
  const { id = '' } = useParams();
  const query = useCase(id);
  const { data: definition } = useDefinition(query.data?.category, query.data?.definitionVersion);
  return (
    <Page
      title={query.data?.title ?? '案件摘要'}
      extra={
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          打印
        </Button>
      }
    >
      <CaseVerificationNotice caseId={id} />
      <Loading query={query}>{(view) => <Brief view={view} definition={definition} />}</Loading>
    </Page>
  );
}

interface BriefProps {
  readonly view: CaseView;
  readonly definition: Definition | undefined;
}

function Brief({ view, definition }: BriefProps) {
  if (view.recorded !== null) {
    return (
      <article className="brief">
        <RecordedBanner view={view} />
        <RecordedOverview view={view} recorded={view.recorded} />
        <Link to={`/cases/${view.id}`}>打开完整案件</Link>
      </article>
    );
  }
  const unit = view.fields['submittingUnit'];
  return (
    <article className="brief">
      <Typography.Paragraph type="secondary">
        {view.categoryLabel}
        {typeof unit === 'string' ? ` · ${unit}` : ''} · {view.stage}
        {view.numbers.map(({ text }) => ` · ${text}`)}
      </Typography.Paragraph>
      <EventButtons view={view} />
      <Part name="审查结论">
        <Conclusions view={view} definition={definition} />
      </Part>
      <Part name="问题与风险">
        <Risks opinions={latestRound(view.opinions)} />
      </Part>
      <Part name="分歧与未采纳意见">
        <Differences view={view} definition={definition} />
      </Part>
      <Part name="期限">
        <Late view={view} />
      </Part>
      <Part name="现由谁办理">
        <WhoHasIt view={view} />
      </Part>
      <Flex gap={16} wrap className="no-print">
        <Link to={`/cases/${view.id}`}>打开完整案件</Link>
        <Link to={`/cases/${view.id}?tab=documents`}>阅读材料</Link>
      </Flex>
    </article>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

/** Only the latest round; earlier ones have been dealt with. */
function latestRound(opinions: readonly CaseOpinion[]): CaseOpinion[] {
  const last = Math.max(0, ...opinions.map(({ round }) => round));
  return opinions.filter(({ round }) => round === last);
}

function Conclusions({ view, definition }: BriefProps) {
  const opinions = latestRound(view.opinions);
  if (opinions.length === 0) return <p>还没有意见。</p>;
  return (
    <ul>
      {opinions.map(({ id, act, by, conclusion, text, at }) => (
        <li key={id}>
          <Tag variant="outlined" color="blue">
            {choiceLabel(definition, 'conclusion', conclusion)}
          </Tag>
          {roleLabel(act)} {by.name}（{instant(at)}）<div className="written">{text}</div>
        </li>
      ))}
    </ul>
  );
}

function Risks({ opinions }: { opinions: readonly CaseOpinion[] }) {
  const said = (value: unknown) => (typeof value === 'string' ? value : '');
  const risks = opinions.flatMap(({ by, points }) =>
    points
      .filter((point) => point['finding'] === undefined || point['finding'] === 'problem')
      .map((point) => ({
        by: by.name,
        clause: said(point['clause']),
        what: said(point['problem']),
        why: said(point['reason']),
        risk: said(point['risk']),
        suggestion: said(point['suggestion']),
      })),
  );
  if (risks.length === 0) return <p>各项意见没有指出问题。</p>;
  return (
    <ol>
      {risks.map(({ by, clause, what, why, risk, suggestion }, index) => (
        <li key={index} className="written">
          {[clause, what, why].filter((part) => part !== '').join('：')}
          {risk === '' ? null : <div>风险：{risk}</div>}
          {suggestion === '' ? null : <div>建议：{suggestion}</div>}
          <Typography.Text type="secondary">（{by}）</Typography.Text>
        </li>
      ))}
    </ol>
  );
}

function Differences({ view, definition }: BriefProps) {
  // The first of an adviser's choices is agreement; the leader should see any other choice.
  const agreement = payloadSchema(definition, 'opinion.give')?.properties?.['conclusion']?.enum?.[0];
  const differing = latestRound(view.opinions).filter(
    ({ act, conclusion }) => act === 'adviser' && agreement !== undefined && conclusion !== agreement,
  );
  const last = adoptionsOf(view).at(-1)?.feedback;
  const refused = (last?.lines ?? []).filter(({ adopted }) => !isAdopted(adopted));
  if (differing.length === 0 && refused.length === 0 && last?.reasons === undefined) return <p>没有。</p>;
  return (
    <ul>
      {differing.map(({ id, act, by, conclusion, text }) => (
        <li key={id} className="written">
          {roleLabel(act)} {by.name}：{choiceLabel(definition, 'conclusion', conclusion)}。{text}
        </li>
      ))}
      {refused.map(({ point, adopted, reason }, index) => (
        <li key={index} className="written">
          {adoptedWord(definition, adopted)}：{point}
          {reason === undefined ? '' : `。理由：${reason}`}
        </li>
      ))}
      {last?.reasons === undefined ? null : <li className="written">未采纳的理由：{last.reasons}</li>}
    </ul>
  );
}

function Late({ view }: { view: CaseView }) {
  const open = view.clocks.filter(({ status }) => status === 'running' || status === 'overdue' || status === 'paused');
  const late = view.clocks.filter(({ late: was }) => was);
  if (open.length === 0 && late.length === 0) return <p>没有进行中的期限，也没有超期。</p>;
  return (
    <ul>
      {open.map(({ key, label, status, dueOn, remaining, provisional }) => (
        <li key={key}>
          {status === 'overdue' ? (
            <Typography.Text type="danger" strong>
              {label}：{remainingWords(remaining)}
            </Typography.Text>
          ) : (
            `${label}：${status === 'paused' ? '暂停' : remainingWords(remaining)}`
          )}
          {dueOn === null ? '' : `，${fullDate(dueOn)}${provisional ? '（暂估）' : ''}`}
        </li>
      ))}
      {late.map(({ key, label, dueOn, endedOn }) => (
        <li key={key}>
          {label}超期：应于 {dueOn === null ? '' : fullDate(dueOn)}，止于{' '}
          {endedOn === undefined ? '' : fullDate(endedOn)}
        </li>
      ))}
    </ul>
  );
}
