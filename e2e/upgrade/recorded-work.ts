/**
 * Further work of the recorded people besides walking cases to their states, so that the tables of every feature have
 * rows.
 */
import type { CaseView } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import type { Answer, Client } from '../client.ts';
import { until } from '../owner.ts';
import { expectStatus } from '../town.ts';
import type { CasePlayer } from './case-player.ts';
import { reachableStates } from './reachable-states.ts';

export type Offices = Readonly<
  Record<
    | 'clerk'
    | 'clerk2'
    | 'intake'
    | 'intake2'
    | 'adviser'
    | 'adviser2'
    | 'director'
    | 'leader'
    | 'archivist'
    | 'admin'
    | 'security'
    | 'auditor'
    | 'county-leader'
    | 'county-admin'
    | 'east-clerk'
    | 'east-intake',
    Client
  >
>;

export interface Work {
  readonly offices: Offices;
  readonly idOf: (username: string) => string;
  readonly player: CasePlayer;
  readonly definitions: readonly Definition[];
  /** Advances the simulated clock, and waits for everything due. */
  readonly goTo: (day: string, time?: string) => Promise<void>;
  readonly delivered: () => Promise<void>;
}

interface Identified {
  readonly id: string;
}

function done<T>(answer: Answer<T>): T {
  if (answer.status >= 200 && answer.status < 300) return answer.body;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}

async function call<T>(by: Client, method: string, place: string, body?: object | FormData): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(by.base + place, {
    method,
    headers: {
      cookie: by.cookieHeader,
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: isForm ? body : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${place}: ${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

function fileForm(name: string, content: Uint8Array | string): FormData {
  const form = new FormData();
  form.set('file', new File([content as never], name));
  return form;
}

async function bytesOf(by: Client, place: string): Promise<Uint8Array> {
  const response = await fetch(by.base + place, { headers: { cookie: by.cookieHeader } });
  if (!response.ok) throw new Error(`${place}: ${response.status} ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

const register = [
  '序号,收件日期,送审单位,事项名称,类别,结论,意见书文号,审结日期',
  '1,2025.3.4,党政办,办公楼物业服务合同,重要合同,可以签订,合审〔2025〕1号,2025.3.10',
  '2,2025.5.6,农业农村办,农田灌溉设施管护合同,重要合同,可以签订,合审〔2025〕2号,2025.5.13',
  '3,2025.9.2,综合执法办,集市管理办法,规范性文件,合法,合审〔2025〕3号,2025.9.12',
  '4,没有日期,党政办,看不懂的一行,重要合同,可以签订,合审〔2025〕4号,2025.9.12',
].join('\r\n');

/** The previous year, and cases that wait until they are reminded of, urged and due. */
export async function firstDays(work: Work): Promise<void> {
  const { offices, idOf, player, definitions, goTo, delivered } = work;
  const { clerk, clerk2, intake, intake2, director, leader, admin } = offices;
  await importRegister(intake);
  done(await director.post('/api/reports/annual/2025/freeze', {}));
  await fillLedger(offices);
  done(await admin.put('/api/calendar/overrides/2026-06-05', { kind: 'off', documentNumber: '清政办发〔2026〕2号' }));
  done(await admin.put('/api/calendar/overrides/2026-06-08', { kind: 'off', documentNumber: '清政办发〔2026〕2号' }));
  done(await admin.delete('/api/calendar/overrides/2026-06-08'));
  await delivered();

  const waiting: Record<string, string> = {};
  const day = '2026-03-02';
  await goTo(day);
  for (const definition of definitions) {
    const states = reachableStates(definition, {}, {});
    for (const state of ['submitted', 'review.advising', 'supplementing']) {
      const path = states.get(state)?.path ?? [];
      const play = { title: `${definition.label}（久候：${state}）`, fields: {}, day, path, state };
      waiting[`${definition.key} ${state}`] = await player.play(definition, play);
    }
  }
  await eastTown(offices);
  await goTo('2026-03-05');
  const urged = waiting['contract submitted'] ?? '';
  const task = (await clerk.view(urged)).tasks[0]?.id;
  done(await clerk.post(`/api/tasks/${task}/urge`, { note: '请尽快受理' }));
  done(await clerk.post(`/api/cases/${urged}/copies`, { people: [idOf('leader')], note: '请知悉' }));
  await delivered();
  done(await leader.get(`/api/cases/${urged}`));
  done(await leader.post('/api/notifications/read-all', {}));
  await goTo('2026-03-06');
  const absence = { standIn: idOf('clerk2'), from: '2026-03-06', to: '2026-03-12' };
  done(await clerk.put('/api/standins', absence));
  done(await director.put('/api/standins', { ...absence, person: idOf('intake'), standIn: idOf('intake2') }));
  // Sent by the stand-in of the clerk: both names are in the history.
  const provide = definitions[0]?.events['supplement.provide']?.examples[0];
  expectStatus(await clerk2.send(waiting['contract supplementing'] ?? '', 'supplement.provide', provide), 200);
  expectStatus(await intake2.send(waiting['major-decision submitted'] ?? '', 'recuse', { reason: '近亲属' }), 200);
  for (const next of ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12']) await goTo(next);
}

async function importRegister(intake: Client): Promise<void> {
  const { id } = await call<Identified>(intake, 'POST', '/api/register/imports', fileForm('台账2025.csv', register));
  done(await intake.post(`/api/register/imports/${id}/run`, {}));
  await until('the import', async () => {
    const { body } = await intake.get<{ state: string }>(`/api/register/imports/${id}`);
    return body.state === 'done' ? true : null;
  });
  // A second file stays a draft, read by a custom mapping.
  const draft = await call<Identified & { mapping: { columns: object } }>(
    intake,
    'POST',
    '/api/register/imports',
    fileForm('草稿.csv', register.replace('送审单位', '承办部门')),
  );
  const { columns } = draft.mapping;
  done(await intake.put(`/api/register/imports/${draft.id}/mapping`, { columns: { ...columns, unit: 2 } }));
}

async function fillLedger({ intake, admin }: Offices): Promise<void> {
  const lines = ['2026年1月5日 班子集体学法 1次 宪法', '2026年2月3日 普法宣传活动 2场', '2026年2月4日 接待来访 3人次'];
  const entries: Identified[] = [];
  for (const [at, line] of lines.entries()) {
    const key = { 'idempotency-key': `entry-${at}` };
    entries.push(done(await intake.post<Identified>('/api/indicators/entries', { line }, key)));
  }
  done(await intake.post(`/api/indicators/entries/${entries[1]?.id}/void`, { reason: '重复登记' }));
  const attachment = fileForm('签到表.txt', '签到表\n');
  await call(intake, 'POST', `/api/indicators/entries/${entries[0]?.id}/attachments`, attachment);
  done(
    await admin.put('/api/indicators/kinds/mediation-visits', {
      label: '走访调解',
      unit: '次',
      mode: 'sum',
      section: '其他',
      synonyms: ['走访'],
      expected: null,
      active: true,
    }),
  );
}

async function eastTown({ 'east-clerk': clerk, 'east-intake': intake }: Offices): Promise<void> {
  const { id } = done(await clerk.post<CaseView>('/api/cases', { category: 'contract', title: '东河镇保洁服务合同' }));
  for (const kind of ['draft', 'counterparty-standing']) {
    done(await clerk.upload(id, kind, `${kind}.txt`, `东河镇：${kind}\n`));
  }
  expectStatus(await clerk.send(id, 'submit', { vouched: true }), 200);
  expectStatus(await intake.send(id, 'accept'), 200);
  done(await clerk.post('/api/cases', { category: 'normative-document', title: '东河镇集体资产管理办法' }));
}

interface ListedCase extends Identified {
  readonly title: string;
  readonly status: string;
  readonly state: string;
  readonly category: string;
}

/** Daily work: documents read, numbers voided, templates changed, accounts administered, the archive handed over. */
export async function dailyWork(work: Work): Promise<void> {
  const { offices, delivered } = work;
  const { clerk, intake, director, archivist, auditor } = offices;
  await delivered();
  const cases = done(await intake.get<{ items: ListedCase[] }>('/api/cases?limit=200')).items;
  const of = (category: string, state: string): string =>
    cases.find((each) => each.category === category && each.state === state)?.id ?? '';
  await readAndRecord(offices, of('enforcement-decision', 'review.examining'));
  // A refusal that is stored.
  const draft = of('contract', 'draft');
  expectStatus(await clerk.send(draft, 'contract.sign', { on: '2026-03-13' }), 422);
  done(
    await intake.post('/api/register/views', {
      name: '合同一览',
      shared: true,
      columns: ['title', 'receivedOn', 'number'],
      filters: { category: 'contract' },
      sort: '-receivedOn',
    }),
  );
  await templates(offices);
  await accounts(work);
  const numbers = done(
    await director.get<{ items: (Identified & { text: string })[] }>('/api/numbers?limit=200'),
  ).items;
  done(await director.post(`/api/numbers/${numbers[0]?.id}/void`, { reason: '打印有误' }));

  const archived = cases.filter(({ state }) => state === 'archived' || state === 'not-adopted');
  for (const { id } of archived.slice(0, 2)) {
    const index = done(await archivist.get<{ items: Identified[] }>(`/api/cases/${id}/file-index`)).items;
    done(
      await archivist.put(`/api/cases/${id}/file-index`, { pages: index.map((item) => ({ id: item.id, pages: 2 })) }),
    );
  }
  const caseIds = archived
    .filter(({ title }) => !title.includes('（久候'))
    .slice(0, 2)
    .map(({ id }) => id);
  done(
    await archivist.post(
      '/api/archive/hand-overs',
      { caseIds, receiver: '清河县档案馆', note: '首批' },
      { 'idempotency-key': 'hand-over' },
    ),
  );
  done(await clerk.post('/api/notifications/read-all', {}));
  const pack = done(await director.post<Identified>('/api/proof-packs', { caseIds: caseIds.slice(0, 1) }));
  done(await auditor.post('/api/audit/verifications', {}));
  await delivered();
  await bytesOf(director, `/api/proof-packs/${pack.id}/content`);
}

async function readAndRecord({ clerk, intake }: Offices, caseId: string): Promise<void> {
  const { documents } = await intake.view(caseId);
  const document = documents[0]?.id;
  await bytesOf(intake, `/api/cases/${caseId}/documents/${document}/content`);
  done(await intake.get(`/api/cases/${caseId}/documents/${document}/text`));
  const papers = done(await clerk.get<{ items: Identified[] }>(`/api/cases/${caseId}/papers`)).items;
  await bytesOf(clerk, `/api/cases/${caseId}/papers/${papers[0]?.id}/content`);
  const recording = {
    stage: 'inspection',
    device: 'ZF-01',
    officer: '执法一组',
    startedAt: '2026-03-11T01:00:00Z',
    endedAt: '2026-03-11T02:00:00Z',
    fileName: '检查.mp4',
    sha256: 'ab'.repeat(32),
    shows: '现场检查全过程',
  };
  const first = done(await intake.post<Identified>(`/api/cases/${caseId}/recordings`, recording));
  done(await intake.post(`/api/cases/${caseId}/recordings`, { ...recording, sha256: 'cd'.repeat(32) }));
  done(await intake.post(`/api/cases/${caseId}/recordings/${first.id}/void`, { reason: '设备编号有误' }));
}

/** The town's own copies of built-in templates. */
async function templates({ admin, director }: Offices): Promise<void> {
  const kind = 'acceptance';
  const paper = await bytesOf(admin, `/api/papers/templates/${kind}/content?version=0`);
  await call(admin, 'POST', `/api/papers/templates/${kind}`, fileForm('受理通知书.docx', paper));
  done(await admin.post(`/api/papers/templates/${kind}/choice`, { version: 1, reason: '启用本镇模板' }));
  const report = await bytesOf(director, '/api/reports/templates/0/content');
  await call(director, 'POST', '/api/reports/templates', fileForm('年度报告.docx', report));
}

async function accounts({ offices, idOf }: Work): Promise<void> {
  const { admin, security, clerk } = offices;
  const place = '/api/administration/people';
  const added = done(await admin.post<Identified>(place, { username: 'newcomer', name: '新来' }));
  await call(admin, 'PATCH', `${place}/${added.id}`, { name: '何新来' });
  done(await security.put(`${place}/${added.id}/roles`, { roles: ['submitter'], qualifications: [] }));
  done(await admin.post(`${place}/${idOf('clerk2')}/reset-password`, {}));
  done(await admin.post(`${place}/${added.id}/deactivate`, {}));
  done(
    await admin.put('/api/channels/settings', {
      mail: { on: true, from: 'office@town.example' },
      webhook: { on: false, kind: null },
    }),
  );
  done(
    await clerk.put('/api/channels/preferences', {
      email: 'clerk@town.example',
      preferences: [{ kind: 'reminder', channel: 'mail', mode: 'daily' }],
    }),
  );
}

/** The afternoon of the last day: reminders of the morning are delivered, the county has read its towns' figures. */
export async function lastDay({ offices, goTo }: Work): Promise<void> {
  await goTo('2026-03-18', '16:00:00');
  done(await offices['county-leader'].get('/api/cases?limit=10'));
}
