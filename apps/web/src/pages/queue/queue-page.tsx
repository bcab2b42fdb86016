/** 审查队列: the tasks of this person by working days left, to be handled without leaving the page or the keyboard. */
import { Button, Card, Grid, type InputRef } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { useCase } from '../../api/queries.ts';
import type { QueueTask } from '../../api/types.ts';
import { LinkButton } from '../../case-parts/link-button.tsx';
import { shortcutsOf } from '../../events/shortcuts.ts';
import { useAddressFilter } from '../../shared/address-filter.ts';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { QueueCase } from './queue-case.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { queueFilters, useQueue, useQueueCounts } from './use-queue.ts';
import { useShortcuts } from './use-shortcuts.ts';

const KeysHelp = lazy(() => import('./keys-help.tsx'));

export default function QueuePage() {
  const { id } = useParams();
  const wide = Grid.useBreakpoint().lg ?? true;
  const { search } = useLocation();
  const navigate = useNavigate();
  const [filter, change] = useAddressFilter(queueFilters);
  const { query, tasks } = useQueue(filter);
  const { data: counts } = useQueueCounts();
  const searchField = useRef<InputRef>(null);
  const [answering, setAnswering] = useState<{ readonly id: string; readonly type: string } | null>(null);
  const [help, setHelp] = useState(false);
  const answer = answering !== null && answering.id === id ? answering.type : null;
  const after = nextAfter(tasks, id);
  const listAway = wide ? answer !== null : id !== undefined;
  usePrefetch(after);

  const open = (caseId: string | null) =>
    void navigate({ pathname: caseId === null ? '/queue' : `/queue/${caseId}`, search });
  const current = useCase(id);
  const view = current.data;
  const answers = view === undefined ? new Map<string, string>() : shortcutsOf(view);

  useShortcuts({
    '?': () => setHelp(true),
    Escape: () => (answer === null ? open(null) : setAnswering(null)),
    // While a form is open, a key pressed outside its fields does nothing.
    ...(answer === null ? { n: () => open(after) } : {}),
    ...(listAway
      ? {}
      : {
          j: () => moveFocus(1, id),
          k: () => moveFocus(-1, id),
          '/': () => searchField.current?.focus(),
        }),
    ...Object.fromEntries(
      answer === null && id !== undefined
        ? [...answers].map(([type, key]) => [key, () => setAnswering({ id, type })])
        : [],
    ),
  });

  const list = (
    <Loading query={query}>
      {() =>
        tasks.length === 0 ? (
          <NothingWaits filtered={Object.keys(filter).length > 0} onClear={() => void navigate('/queue')} />
        ) : (
          <QueueList
            tasks={tasks}
            openId={id}
            search={search}
            more={query.hasNextPage}
            loadingMore={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        )
      }
    </Loading>
  );
  const filters = <QueueFilters filter={filter} counts={counts} onChange={change} searchField={searchField} />;
  const opened =
    id === undefined ? (
      <Nothing>选择左边的一件开始办理。按 ? 查看键盘操作。</Nothing>
    ) : (
      <Loading query={current}>
        {(shown) => (
          <QueueCase
            key={shown.id}
            view={shown}
            wide={wide}
            answering={answer}
            onAnswer={(type) => setAnswering(type === null ? null : { id: shown.id, type })}
            onDone={() => {
              setAnswering(null);
              open(after);
            }}
          />
        )}
      </Loading>
    );
  const backToList = id === undefined ? undefined : <LinkButton to={`/queue${search}`}>返回列表</LinkButton>;
  // One component tree for every width, so that nothing typed or open is lost when a window is resized or a phone
  // turned.
  return (
    <Page title="审查队列" extra={wide ? <Button onClick={() => setHelp(true)}>键盘操作（?）</Button> : backToList}>
      <div className={`queue-frame ${wide ? 'wide' : 'narrow'}`}>
        <div className={listAway ? 'queue-side away' : 'queue-side'}>
          <Card className="queue-filters">{filters}</Card>
          <Card styles={{ body: { padding: 0 } }}>{list}</Card>
        </div>
        <Card className="queue-opened" hidden={!wide && id === undefined}>
          {opened}
        </Card>
      </div>
      {help ? (
        <Suspense>
          <KeysHelp
            open={help}
            onClose={() => setHelp(false)}
            answers={(view?.events ?? []).flatMap(({ type, label }) => {
              const key = answers.get(type);
              return key === undefined ? [] : [{ key, meaning: label }];
            })}
          />
        </Suspense>
      ) : null}
    </Page>
  );
}

/** The case after this one, or the first; null when there is no other. */
function nextAfter(tasks: readonly QueueTask[], id: string | undefined): string | null {
  const others = tasks.filter((task, index) => tasks.findIndex((each) => each.case.id === task.case.id) === index);
  const at = others.findIndex((task) => task.case.id === id);
  const next = others[at + 1] ?? others[0];
  return next === undefined || next.case.id === id ? null : next.case.id;
}

/** Prefetches the next case. */
function usePrefetch(id: string | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (id === null) return;
    void queries.prefetchQuery({
      queryKey: keys.case(id),
      queryFn: () => answered(api.GET('/api/cases/{id}', { params: { path: { id } } })),
    });
  }, [queries, id]);
}

/** Moves along the rows of the list; from elsewhere on the page it starts at the open case. */
function moveFocus(by: 1 | -1, openId: string | undefined): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-queue] a')];
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.dataset.case === openId);
  const next = rows[Math.min(Math.max(from + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function NothingWaits({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return filtered ? (
    <Nothing action={<Button onClick={onClear}>清除筛选</Button>}>没有符合条件的待办。</Nothing>
  ) : (
    <Nothing>现在没有等您办理的事项，有新的会自动出现在这里。</Nothing>
  );
}
