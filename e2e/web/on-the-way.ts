/** Cases driven to the stage at which a test begins, by the people of the demonstration through the HTTP interface. */
import type { CaseView } from '@lawgate/contracts';
import { Client, type Answer, type EventAnswer } from '../client.ts';

const usernames = ['clerk', 'intake', 'adviser', 'adviser2', 'director', 'leader'] as const;
export type Who = (typeof usernames)[number];
export type Cast = Readonly<Record<Who, Client>> & { readonly ids: Readonly<Record<Who, string>> };

export async function castOf(base: string): Promise<Cast> {
  const clients = await Promise.all(usernames.map((username) => Client.login(base, username)));
  const ids = await Promise.all(
    clients.map(async (client) => (await client.get<{ id: string }>('/api/auth/me')).body.id),
  );
  const by = <T>(values: readonly T[]) =>
    Object.fromEntries(usernames.map((name, index) => [name, values[index]])) as Record<Who, T>;
  return { ...by(clients), ids: by(ids) };
}

function good<T extends Answer<unknown>>(answer: T): T {
  if (answer.status < 300) return answer;
  throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** A large contract: it needs an adviser. @returns its id */
export async function draftContract(cast: Cast, title: string): Promise<string> {
  const created = good(
    await cast.clerk.post<CaseView>('/api/cases', {
      category: 'contract',
      title,
      submittingUnit: '党政办',
      scale: 'large',
    }),
  );
  const { id, materials } = created.body;
  for (const { kind, label } of materials.filter(({ required }) => required)) {
    good(await cast.clerk.upload(id, kind, `${label}.txt`, `${title}\n${label}\n第一条 双方遵守约定。\n`));
  }
  return id;
}

export async function step(cast: Cast, id: string, who: Who, type: string, payload: unknown = {}): Promise<void> {
  good<Answer<EventAnswer>>(await cast[who].send(id, type, payload));
}

export type Stage = 'submitted' | 'accepted' | 'advising' | 'examining' | 'signing-off' | 'issued';
const stages: readonly Stage[] = ['submitted', 'accepted', 'advising', 'examining', 'signing-off', 'issued'];

interface Way {
  readonly advisers?: readonly Who[];
  readonly adviserSays?: 'agree' | 'agree-with-changes' | 'illegal';
}

/** @returns the id of a contract at the stage `stage` */
export async function contractAt(cast: Cast, title: string, stage: Stage, way: Way = {}): Promise<string> {
  const { advisers = ['adviser'], adviserSays = 'agree' } = way;
  const id = await draftContract(cast, title);
  const reached = (each: Stage) => stages.indexOf(each) <= stages.indexOf(stage);
  if (reached('submitted')) await step(cast, id, 'clerk', 'submit', { vouched: true });
  if (reached('accepted')) await step(cast, id, 'intake', 'accept');
  if (reached('advising')) {
    await step(cast, id, 'intake', 'advisers.assign', { advisers: advisers.map((name) => cast.ids[name]) });
  }
  if (reached('examining')) {
    for (const name of advisers) {
      await step(cast, id, name, 'opinion.give', { noConflict: true, conclusion: adviserSays, text: '已逐条审阅。' });
    }
  }
  if (reached('signing-off')) await step(cast, id, 'intake', 'findings.record', await findingsExample(cast));
  if (reached('issued')) await step(cast, id, 'director', 'sign-off');
  return id;
}

/** The example of findings from the definition. */
async function findingsExample(cast: Cast): Promise<unknown> {
  const { body } = await cast.intake.get<{ events: { type: string; examples: unknown[] }[] }>(
    '/api/definitions/contract',
  );
  return body.events.find(({ type }) => type === 'findings.record')?.examples[0];
}
