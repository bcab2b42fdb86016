/** Cover and index of a case's pack, followed by everything that a reviewer must be able to prove later. */
import type { Attachment } from '../archive/attachments.ts';
import { refusedRow, registerLinesIn } from '@lawgate/cases';
import { eventLabel } from './event-label.ts';
import type { CaseEvidence } from './case-evidence.ts';
import { escaped, localTime, page, pairs, table } from './page.ts';
import { filledLines, payloadSchema, statementsIn } from './payload-words.ts';
import { generatedUntil, recordedNotice, recordOf } from './recorded-page.ts';

/** @param paths of the attachments, in their order */
export function casePage(evidence: CaseEvidence, paths: readonly string[]): string {
  const title = `履职证明包：${evidence.loaded.title}`;
  const lines = registerLinesIn(evidence.rows);
  const parts = lines === null ? workedParts(evidence, paths) : recordedParts(evidence, paths, recordOf(lines));
  const numerals = '一二三四五六七八九十';
  const body = parts.map(([heading, html], index) => `<h2>${numerals[index]}、${heading}</h2>\n${html}`).join('');
  const notice = lines === null ? '' : recordedNotice(lines, generatedUntil(evidence.rows));
  return page(title, `<h1>履职证明包</h1>\n${notice}${cover(evidence)}${differences(evidence)}${body}`);
}

type Part = readonly [heading: string, html: string];

/** Nobody promised, advised or refused anything here. */
function recordedParts(evidence: CaseEvidence, paths: readonly string[], record: string): Part[] {
  return [
    ['卷内目录', fileIndex(evidence, paths)],
    ['台账记载', record],
    ['事后补充的材料及收到的时间', documentTable(evidence)],
    ...(evidence.clocks.length === 0 ? [] : [['补记日期后的期限', clocks(evidence)] as const]),
    ['登记记录', history(evidence)],
  ];
}

function workedParts(evidence: CaseEvidence, paths: readonly string[]): Part[] {
  return [
    ['卷内目录', fileIndex(evidence, paths)],
    ['送审材料及收到的时间', handedIn(evidence)],
    ['承诺与声明', statements(evidence)],
    ['办理期限', clocks(evidence)],
    ['适用的流程版本、规则版本和依据', rulesInForce(evidence)],
    ['逐项审查和签署的意见', opinions(evidence)],
    ['任务与回避', duties(evidence)],
    ['规则不予通过的记录', refusals(evidence)],
    ['办理经过', history(evidence)],
  ];
}

/** Right after the cover: a reader has to know it first. */
function differences({ verdict: { spots, notCovered } }: CaseEvidence): string {
  const spotsTable = table(
    ['不一致之处', '记录所载', '现为'],
    spots.map(({ reason, said, found }) => [escaped(reason), escaped(said ?? ''), escaped(found ?? '')]),
  );
  const found = spots.length === 0 ? '' : `<h2>本案记录与留痕不一致（${spots.length}处）</h2>\n${spotsTable}`;
  if (notCovered.length === 0) return found;
  const labels = notCovered.map(({ label }) => label).join('、');
  return `${found}<p>较早版本写下、记录链没有反映的：${escaped(labels)}。</p>\n`;
}

function cover({ loaded, organisation, definition, rows }: CaseEvidence): string {
  const numbers = loaded.numbers.map(({ text, purpose, voidReason }) =>
    voidReason === null ? `${text}（${purpose}）` : `${text}（${purpose}，已作废：${voidReason}）`,
  );
  return pairs([
    ['事项名称', loaded.title],
    ['审查类别', definition?.label ?? loaded.category],
    ['审查机构', organisation],
    ['文号', numbers.join('；') || '无'],
    ['办理环节', loaded.stage],
    ['案件编号', loaded.id],
    ['起止时间', `${localTime(rows[0]?.at ?? loaded.createdAt)} 至 ${localTime(rows.at(-1)?.at ?? loaded.updatedAt)}`],
    ['办理记录', `${rows.length}条，首尾相连`],
    ['末条记录的链值（SM3）', loaded.lastHash],
    ['核验方法', '用浏览器打开 verify.html，或者运行 node verify.mjs；不需要联网。'],
  ]);
}

function fileIndex({ attachments, definition }: CaseEvidence, paths: readonly string[]): string {
  const own: [string, string][] = [
    ['index.html', '封面与目录'],
    ['case.json', '案件、任务、查阅权限和登记事项'],
    ['clocks.json', '期限（逐日计数与中止）'],
    ['opinions.jsonl', '签署的意见（含签署时的原文）'],
    ['refusals.json', '规则不予通过的记录'],
    ['verification.json', '制作时的核验结果'],
    ['rows.json', '数据库中的各行及其写入记录'],
    ['rules.json', '适用的流程版本与规则版本'],
    ['history.jsonl', '办理记录（首尾相连）'],
    ['documents.json', '材料清单'],
    ['papers.json', '文书清单'],
    ['verify.html', '核验页面'],
    ['verify.mjs', '核验程序（Node）'],
  ];
  const rows = [
    ...own.map(([path, label]) => [path, label, '', '']),
    ...attachments.map((each, index) => [
      paths[index] ?? '',
      attachmentLabel(each, definition),
      each.by,
      localTime(each.at),
    ]),
    ['manifest.json', '文件清单和封缄值', '', ''],
  ];
  return table(
    ['序号', '文件', '名称', '责任者', '日期'],
    rows.map(([path = '', label = '', by = '', at = ''], index) => [
      String(index + 1),
      `<a href="${escaped(path)}">${escaped(path)}</a>`,
      escaped(label),
      escaped(by),
      escaped(at),
    ]),
  );
}

/** The label of a document or a paper in a list. */
export function attachmentLabel(
  { source, kind, name, number, version }: Attachment,
  definition: CaseEvidence['definition'],
): string {
  if (source === 'papers') return number === null ? name : `${name}（${number}）`;
  const label = definition?.materials.find((material) => material.kind === kind)?.label ?? kind;
  return `${label}（第${version}版）：${name}`;
}

function documentTable({ attachments, definition }: CaseEvidence): string {
  return table(
    ['材料', '名称', '版本', '字节', '提交人', '收到时间', 'SM3'],
    documentsIn(attachments).map((each) => [
      escaped(definition?.materials.find(({ kind }) => kind === each.kind)?.label ?? each.kind),
      escaped(each.name),
      String(each.version),
      String(each.size),
      escaped(each.by),
      localTime(each.at),
      `<span class="hash">${each.sm3}</span>`,
    ]),
  );
}

const documentsIn = (attachments: readonly Attachment[]) => attachments.filter(({ source }) => source === 'documents');

function handedIn(evidence: CaseEvidence): string {
  const { attachments, definition } = evidence;
  const given = new Set(documentsIn(attachments).map(({ kind }) => kind));
  const required = definition?.materials.filter((material) => material.required) ?? null;
  const missing = (required ?? []).filter(({ kind }) => !given.has(kind));
  const complete =
    required === null
      ? '该类别的流程定义已不在系统内，一律须交的材料无从核对。'
      : required.length === 0
        ? '该类别没有一律须交的材料。'
        : missing.length === 0
          ? '该类别一律须交的材料已齐。'
          : `该类别一律须交而没有提交的材料：${missing.map(({ label }) => label).join('、')}。`;
  return `${documentTable(evidence)}<p>${escaped(complete)}是否受理、补正了什么，见“办理经过”。</p>\n`;
}

function statements({ rows, definition }: CaseEvidence): string {
  return table(
    ['时间', '声明人', '事项', '承诺或声明'],
    rows.flatMap((row) => {
      const schema = definition?.events.find(({ type }) => type === row.type)?.payload;
      return statementsIn(schema, row.payload).map((statement) => [
        localTime(row.at),
        escaped(row.actor?.name ?? '系统'),
        escaped(eventLabel(definition, row)),
        escaped(statement),
      ]);
    }),
  );
}

const clockStatuses: Readonly<Record<string, string>> = {
  running: '计时中',
  paused: '中止',
  met: '按期办结',
  overdue: '逾期',
  stopped: '终止',
};

function clocks({ clocks: all }: CaseEvidence): string {
  return table(
    ['期限', '状态', '起止', '长度', '计入的日期', '中止', '依据'],
    all.map((clock) => [
      escaped(clock.run > 1 ? `${clock.label}（第${clock.run}次）` : clock.label),
      escaped(`${clockStatuses[clock.status] ?? clock.status}${clock.late === true ? '，超过期限' : ''}`),
      escaped(`${clock.startedOn} 至 ${clock.endedOn ?? clock.dueOn ?? '未定'}${clock.provisional ? '（暂估）' : ''}`),
      clock.fixed === true
        ? '约定日期'
        : `${clock.limit}${clock.unit === 'workday' ? '个工作日' : '日'}，已用${clock.used}`,
      escaped(clock.counted.join('、') || '—'),
      escaped(clock.pauses.map(({ from, to, reason }) => `${from} 至 ${to ?? '今'}：${reason}`).join('；') || '无'),
      escaped(clock.citation ?? ''),
    ]),
  );
}

function rulesInForce({ ruleSet, definition, loaded }: CaseEvidence): string {
  const set =
    ruleSet.effectiveFrom === null
      ? '内置规则'
      : `规则版本${ruleSet.version}，自${ruleSet.effectiveFrom}起施行（${ruleSet.documentNumber ?? ''}）`;
  const head = pairs([
    ['流程版本', `${definition?.label ?? loaded.category} 第${loaded.stored.definitionVersion}版`],
    ['规则版本', set],
  ]);
  const values = table(
    ['参数', '值', '依据'],
    (definition?.parameters ?? []).map(({ label, value, unit, citation, key }) => [
      escaped(label),
      escaped(`${value}（${unit}）`),
      escaped(ruleSet.values[loaded.category]?.[key]?.citation ?? citation),
    ]),
  );
  return `${head}${values}<p>流程的全部环节、规则和引用条文见 rules.json。</p>\n`;
}

const acts: Readonly<Record<string, string>> = {
  adviser: '法律顾问意见',
  reviewer: '审查意见',
  director: '审签',
  leader: '领导审签',
};

function opinions({ loaded, definition }: CaseEvidence): string {
  const words = conclusionWords(definition);
  const shown = loaded.opinions.map(({ act, round, by, at, conclusion, text, points, hash }) => {
    const head = `第${round}轮 ${acts[act] ?? act}：${by.name}，${localTime(new Date(at).toISOString())}，结论：${words.get(conclusion) ?? conclusion}`;
    const list = table(
      ['项目或条款', '结果', '依据或理由', '建议'],
      points.map((point) =>
        [
          point['clause'] ?? point['problem'],
          point['finding'] ?? point['problem'],
          point['basis'],
          point['suggestion'],
        ].map((cell) => escaped(words.get(String(cell)) ?? String(cell ?? ''))),
      ),
      '没有逐项意见',
    );
    return `<h3>${escaped(head)}</h3>\n<p>${escaped(text)}</p>\n${list}<p>签署内容的 SM3：<span class="hash">${hash}</span></p>\n`;
  });
  return shown.length === 0 ? '<p>无。</p>\n' : shown.join('');
}

/** The labels of all choices of all forms, to show an opinion by its labels. */
function conclusionWords(definition: CaseEvidence['definition']): Map<string, string> {
  const words = new Map<string, string>();
  const look = (schema: unknown): void => {
    if (schema === null || typeof schema !== 'object') return;
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'x-labels')
        for (const [choice, label] of Object.entries(value as object)) words.set(choice, String(label));
      else look(value);
    }
  };
  for (const { payload } of definition?.events ?? []) look(payload);
  return words;
}

function duties({ tasks, access }: CaseEvidence): string {
  const done = table(
    ['任务', '承办', '期限', '开始', '结束', '结果'],
    tasks.map((task) => [
      escaped(task.label),
      escaped(task.closedBy ?? task.holder ?? ''),
      task.dueOn ?? '—',
      localTime(task.openedAt),
      task.closedAt === null ? '—' : localTime(task.closedAt),
      escaped(task.outcome ?? '办理中'),
    ]),
  );
  const seen = table(
    ['人员', '开始查阅', '停止查阅', '原因'],
    access.map(({ person, grantedAt, revokedAt, reason }) => [
      escaped(person),
      localTime(grantedAt),
      revokedAt === null ? '—' : localTime(revokedAt),
      escaped(reason ?? ''),
    ]),
    '没有另外授予的查阅权限',
  );
  return `<h3>任务</h3>\n${done}<h3>查阅权限</h3>\n${seen}`;
}

function refusals({ refusals: all, definition }: CaseEvidence): string {
  return table(
    ['时间', '人员', '想办理的事项', '不予通过的理由', '依据'],
    all.flatMap(({ at, by, event, refusals: reasons }) =>
      reasons.map(({ message, citation }) => [
        localTime(at),
        escaped(by.name),
        escaped(eventLabel(definition, refusedRow(event))),
        escaped(message),
        escaped(citation ?? ''),
      ]),
    ),
  );
}

function history({ rows, links, definition }: CaseEvidence): string {
  const until = generatedUntil(rows);
  return table(
    ['序号', '时间', '事项', '办理人', '内容', '链值（SM3）'],
    rows.map((row, index) => {
      const lines = [
        ...(row.seq <= until ? ['旧版导入生成，无人办理，不作为依据。'] : []),
        ...filledLines(payloadSchema(definition, row.type), row.payload).map(
          ({ label, value }) => `${label}：${value}`,
        ),
        ...row.overridden.map(({ rule, reason }) => `规则“${rule}”准予通过的理由：${reason}`),
        ...row.numbers.map((number) => `文号：${number}`),
      ];
      const actor = row.actor?.name ?? '系统';
      return [
        String(row.seq),
        localTime(row.at),
        escaped(eventLabel(definition, row)),
        escaped(row.onBehalfOf === undefined ? actor : `${actor}（代${row.onBehalfOf.name}）`),
        lines.map(escaped).join('<br>'),
        `<span class="hash">${links[index]?.hash ?? ''}</span>`,
      ];
    }),
  );
}
