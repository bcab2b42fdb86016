/** Cases as rows; on a phone each is a block of its own. */
import { Flex, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import type { CaseSummary } from '../../api/types.ts';
import { civilDate, instant, shortDate } from '../../shared/dates.ts';
import { DueTag } from '../../shared/due-tag.tsx';
import { NotRecorded, RecordedTag } from '../../shared/not-recorded.tsx';
import { recordedState } from '../../shared/recorded-words.ts';
import './cases.css';

export interface CasesTableProps {
  readonly cases: readonly CaseSummary[];
  readonly wide: boolean;
  /** Names of the towns by code, for who sees several. */
  readonly towns: ReadonlyMap<string, string>;
}

export function CasesTable({ cases, wide, towns }: CasesTableProps) {
  if (!wide) {
    return (
      <ul className="case-blocks" aria-label="案件">
        {cases.map((each) => (
          <li key={each.id}>
            <Link to={`/cases/${each.id}`}>{each.title}</Link>
            <Flex justify="space-between" align="center" gap={8} wrap>
              <Typography.Text type="secondary" style={{ fontSize: 13 }}>
                {[townOf(each, towns), each.categoryLabel, isRecorded(each) ? '' : each.stage]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography.Text>
              {isRecorded(each) ? <RecordedTag /> : <Due of={each} />}
            </Flex>
          </li>
        ))}
      </ul>
    );
  }
  const thisYear = new Date().getFullYear();
  return (
    <div className="case-table-frame">
      <table className="case-table">
        <caption className="visually-hidden">案件列表</caption>
        <thead>
          <tr>
            <th scope="col">事项名称</th>
            <th scope="col">类别</th>
            {towns.size > 0 ? <th scope="col">乡镇</th> : null}
            <th scope="col">送审单位</th>
            <th scope="col">环节</th>
            <th scope="col">现在谁办</th>
            <th scope="col">期限</th>
            <th scope="col">新建</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <Link to={`/cases/${each.id}`}>{each.title}</Link>
              </th>
              <td>{each.categoryLabel}</td>
              {towns.size > 0 ? <td>{townOf(each, towns)}</td> : null}
              <td>{each.submittingUnit ?? (isRecorded(each) ? <NotRecorded /> : '')}</td>
              <td>{isRecorded(each) ? <RecordedTag /> : each.stage}</td>
              <td>{holdersOf(each)}</td>
              <td>{isRecorded(each) ? null : <Due of={each} />}</td>
              <td className="numeric" title={instant(each.createdAt)}>
                {shortDate(civilDate(new Date(each.createdAt)), thisYear)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isRecorded({ state }: CaseSummary): boolean {
  return state === recordedState;
}

function Due({ of: { status, dueOn, remaining, provisional } }: { of: CaseSummary }) {
  if (status === 'done') return <Tag variant="outlined">已办结</Tag>;
  return <DueTag dueOn={dueOn} remaining={remaining} provisional={provisional} />;
}

function holdersOf({ holders }: CaseSummary): string {
  return [...new Set(holders.map(({ name }) => name))].join('、');
}

function townOf({ organisation }: CaseSummary, towns: ReadonlyMap<string, string>): string {
  return towns.get(organisation.path.split('/').filter(Boolean).at(-1) ?? '') ?? '';
}
