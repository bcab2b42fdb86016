/** What is proved of filing over a walk: nothing is archived while a report is owed, and no report closes another one's task. */
import type { Walk, WalkEdge } from '@lawgate/engine';

/** How a report is told from the others of its case; a category with one recipient does not name it. */
type Report = string;
const onlyReport: Report = 'government';

function reportOf({ event }: WalkEdge): Report {
  return (event.payload as { recipient?: Report }).recipient ?? onlyReport;
}

function reportsFiled({ effects }: WalkEdge): Report[] {
  return effects.flatMap((effect) =>
    effect.type === 'recordFact' && effect.fact === 'filed' ? [(effect.detail.recipient as Report) ?? onlyReport] : [],
  );
}

function way(walk: Walk, { from, label }: WalkEdge): string {
  return [...(walk.configurations.get(from)?.via ?? []), label].join(' → ');
}

/** Reports that were filed before a configuration: on every way that leads there, or on some way. */
function filedBefore(walk: Walk, on: 'every way' | 'some way'): Map<string, ReadonlySet<Report>> {
  const [start = ''] = walk.configurations.keys();
  const before = new Map<string, ReadonlySet<Report>>([[start, new Set()]]);
  const queue = [start];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const edge of walk.configurations.get(key)?.out ?? []) {
      const along = new Set([...(before.get(key) ?? []), ...reportsFiled(edge)]);
      const known = before.get(edge.to);
      const joined =
        known === undefined
          ? along
          : new Set(on === 'every way' ? [...known].filter((report) => along.has(report)) : [...known, ...along]);
      if (known !== undefined && joined.size === known.size) continue;
      before.set(edge.to, joined);
      queue.push(edge.to);
    }
  }
  return before;
}

/** Files that were closed as completed while a report was still owed. */
export function archivedUnfiled(walk: Walk, owed: readonly Report[]): string[] {
  const filed = filedBefore(walk, 'every way');
  return walk.edges
    .filter(({ effects }) =>
      effects.some(
        (effect) => effect.type === 'recordFact' && effect.fact === 'archived' && effect.detail.outcome === 'completed',
      ),
    )
    .filter(({ from }) => !owed.every((report) => filed.get(from)?.has(report)))
    .map((edge) => way(walk, edge));
}

/** Reports that were sent a second time, or that this case does not owe. */
export function filedInVain(walk: Walk, owed: readonly Report[]): string[] {
  const filed = filedBefore(walk, 'some way');
  return walk.edges
    .filter((edge) => reportsFiled(edge).some((report) => filed.get(edge.from)?.has(report) || !owed.includes(report)))
    .map((edge) => way(walk, edge));
}

/** Reports with another number of filing numbers than one, or whose fact names another recipient. */
export function wronglyBooked(walk: Walk): string[] {
  return walk.edges
    .filter((edge) => {
      const numbers = edge.effects.filter((effect) => effect.type === 'takeNumber' && effect.series === 'filing');
      const expected = edge.event.type === 'file' ? [reportOf(edge)] : [];
      return numbers.length !== expected.length || reportsFiled(edge).join() !== expected.join();
    })
    .map((edge) => way(walk, edge));
}

const isFilingTask = (key: string): boolean => key === 'filing' || key.startsWith('filing-');

/** Steps after which the open filing tasks are others than those before without the one that the report was about. */
export function wrongTaskClosed(walk: Walk): string[] {
  const open = (key: string): string[] =>
    Object.keys(walk.configurations.get(key)?.stored.tasks ?? {}).filter(isFilingTask);
  return walk.edges
    .filter((edge) => {
      const own = reportOf(edge) === onlyReport ? 'filing' : `filing-${reportOf(edge)}`;
      const done = edge.event.type === 'file' ? [own] : [];
      const opened = edge.effects.flatMap((effect) => (effect.type === 'openTask' ? [effect.task] : []));
      const closed = edge.effects.flatMap((effect) =>
        effect.type === 'closeTask' && isFilingTask(effect.task) ? [`${effect.task} ${effect.outcome}`] : [],
      );
      const left = [...open(edge.from).filter((task) => !done.includes(task)), ...opened.filter(isFilingTask)];
      return closed.join() !== done.map((task) => `${task} done`).join() || left.join() !== open(edge.to).join();
    })
    .map((edge) => way(walk, edge));
}
