/** 工作台: tasks of this person, their own open cases, and overdue ones. */
import { Flex, Typography } from 'antd';
import { Link } from 'react-router';
import type { CaseSummary, QueueTask } from '../../api/types.ts';
import { LinkButton } from '../../case-parts/link-button.tsx';
import { hasRole, useMe } from '../../session/session.tsx';
import { civilDate, instant } from '../../shared/dates.ts';
import { DueTag } from '../../shared/due-tag.tsx';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { SideSections } from './side-sections.tsx';
import { Figures } from './figures.tsx';
import { Section } from './section.tsx';
import { useCounted, useFirstTasks, useOverview, useTaskCounts } from './use-work.ts';

/** Rows of a list on this page; the others are behind its number. */
const shown = 6;

export default function WorkPage() {
  const me = useMe();
  const submits = hasRole(me, 'submitter');
  const leads = hasRole(me, 'leader', 'director');
  const relation = submits ? 'submitted' : 'handled';
  const { data: counts } = useTaskCounts();
  const tasks = useFirstTasks();
  const underWay = useCounted({ mine: relation, status: 'active', sort: 'updated' });
  const done = useCounted({ mine: relation, status: 'done', sort: 'updated' });
  const { data: overview } = useOverview(leads);
  const year = civilDate(new Date()).slice(0, 4);
  const mine = (status: string) => `/cases?mine=${relation}&status=${status}&sort=updated`;
  return (
    <Page title="工作台" extra={<QuickStart />}>
      <Figures
        label="我的事项"
        figures={[
          { label: '待办', count: counts?.open, to: '/queue' },
          { label: '今天到期', count: counts?.dueToday, to: '/queue' },
          { label: '逾期', count: counts?.late, to: '/queue?late=true', alarming: true },
          { label: submits ? '我送审的在办' : '我经办的在办', count: underWay.data?.count, to: mine('active') },
          { label: '已办结', count: done.data?.count, to: mine('done') },
        ]}
      />
      {overview === undefined ? null : (
        <Figures
          label="全部案件"
          figures={[
            { label: '全部在办', count: overview.open.count, to: overview.open.list },
            { label: '全部逾期', count: overview.late.count, to: overview.late.list, alarming: true },
            { label: '本周到期', count: overview.dueThisWeek.count, to: overview.dueThisWeek.list },
            {
              label: `${year} 年审结`,
              count: overview.concludedThisYear.count,
              to: overview.concludedThisYear.list,
            },
          ]}
        />
      )}
      <div className="work-frame">
        <Flex vertical gap={16}>
          <Section title="待办" more={<Link to="/queue">全部待办</Link>}>
            <Loading query={tasks}>
              {(items) => (items.length === 0 ? <Nothing>现在没有等您办理的事项。</Nothing> : <Tasks tasks={items} />)}
            </Loading>
          </Section>
          {overview === undefined || overview.lateCases.length === 0 ? null : (
            <Section title="逾期案件" more={<Link to={overview.late.list}>全部逾期</Link>}>
              <Cases cases={overview.lateCases} place={(id) => `/cases/${id}/brief`} />
            </Section>
          )}
          <Section title={submits ? '我送审的在办' : '我经办的在办'} more={<Link to={mine('active')}>全部</Link>}>
            <Loading query={underWay}>
              {({ cases }) =>
                cases.length === 0 ? (
                  <Nothing>{submits ? '没有在办的案件，可以从右上方送审。' : '没有您经办而未办结的案件。'}</Nothing>
                ) : (
                  <Cases cases={cases.slice(0, shown)} place={(id) => `/cases/${id}`} />
                )
              }
            </Loading>
          </Section>
        </Flex>
        <SideSections />
      </div>
    </Page>
  );
}

function QuickStart() {
  const me = useMe();
  return (
    <>
      {hasRole(me, 'submitter') ? (
        <LinkButton to="/submit" type="primary">
          送审
        </LinkButton>
      ) : null}
      {hasRole(me, 'reviewer', 'adviser', 'director', 'leader', 'archivist') ? (
        <LinkButton to="/queue" type={hasRole(me, 'submitter') ? 'default' : 'primary'}>
          开始办理
        </LinkButton>
      ) : null}
    </>
  );
}

function Tasks({ tasks }: { tasks: readonly QueueTask[] }) {
  return (
    <ul className="work-list">
      {tasks.map((task) => (
        <li key={task.id}>
          <div>
            <Link to={`/queue/${task.case.id}`}>{task.case.title}</Link>
            <div>
              <Typography.Text type="secondary" style={{ fontSize: 13 }}>
                {[task.label, task.case.categoryLabel, task.case.submittingUnit].filter(Boolean).join(' · ')}
              </Typography.Text>
            </div>
          </div>
          <DueTag dueOn={task.dueOn} remaining={task.remaining} provisional={task.provisional} />
        </li>
      ))}
    </ul>
  );
}

function Cases({ cases, place }: { cases: readonly CaseSummary[]; place: (id: string) => string }) {
  return (
    <ul className="work-list">
      {cases.map((each) => (
        <li key={each.id}>
          <div>
            <Link to={place(each.id)}>{each.title}</Link>
            <div>
              <Typography.Text type="secondary" style={{ fontSize: 13 }}>
                {[each.stage, each.holders.map(({ name }) => name).join('、'), `${instant(each.updatedAt)} 更新`]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography.Text>
            </div>
          </div>
          <DueTag dueOn={each.dueOn} remaining={each.remaining} provisional={each.provisional} />
        </li>
      ))}
    </ul>
  );
}
