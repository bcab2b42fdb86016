/**
 * Proofs about filing over a walk: nothing is archived while a report is due, and no report closes the task of another.
 */
import type { Walk, WalkEdge } from '@lawgate/engine';

/** Identifies a report within its case; a category with one recipient does not name it. */
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

/** A configuration, the reports that were filed on a path to it, and a shortest such path. */
interface Place {
  readonly at: string;
  readonly filed: readonly Report[];
  readonly via: readonly string[];
}

/** Every configuration with every set of reports that some path to it has filed, breadth first. */
function places(walk: Walk): Place[] {
  const [start = ''] = walk.configurations.keys();
  const found: Place[] = [{ at: start, filed: [], via: [] }];
  // Configurations by the reports that were filed. A joined key would be slow, because keys of configurations are long.
  const known = new Map<string, Set<string>>([['', new Set([start])]]);
  // Iterating over an array includes what is added meanwhile.
  for (const { at, filed, via } of found) {
    for (const edge of walk.configurations.get(at)?.out ?? []) {
      const reports = reportsFiled(edge);
      const after = reports.length === 0 ? filed : [...new Set([...filed, ...reports])].sort();
      const there = known.get(after.join()) ?? new Set();
      if (there.has(edge.to)) continue;
      known.set(after.join(), there.add(edge.to));
      found.push({ at: edge.to, filed: after, via: [...via, edge.label] });
    }
  }
  return found;
}

/** Steps that violate a claim about the reports filed before them, each with the path to it. */
function stepsAgainst(walk: Walk, claim: (filed: readonly Report[], edge: WalkEdge) => boolean): string[] {
  return places(walk).flatMap(({ at, filed, via }) =>
    (walk.configurations.get(at)?.out ?? [])
      .filter((edge) => !claim(filed, edge))
      .map(({ label }) => [...via, label].join(' → ')),
  );
}

const completes = ({ effects }: WalkEdge): boolean =>
  effects.some(
    (effect) => effect.type === 'recordFact' && effect.fact === 'archived' && effect.detail.outcome === 'completed',
  );

/** Cases archived as completed while a report was still due. */
export function archivedUnfiled(walk: Walk, required: readonly Report[]): string[] {
  return stepsAgainst(walk, (filed, edge) => !completes(edge) || required.every((report) => filed.includes(report)));
}

/** Reports that were sent a second time, or that the case does not need. */
export function filedInVain(walk: Walk, required: readonly Report[]): string[] {
  return stepsAgainst(walk, (filed, edge) =>
    reportsFiled(edge).every((report) => !filed.includes(report) && required.includes(report)),
  );
}

/** Reports that do not take exactly one filing number, or whose fact names another recipient. */
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

/** Steps after which the open filing tasks are not the previous ones minus the task of the report. */
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
