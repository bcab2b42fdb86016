/** Forms of the file: submission, adoption, filing, register sheet, cover and index. */
import { retentionLabel, type PaperBlock, type PaperContent, type PaperSource, type PaperSpec } from '@lawgate/engine';
import { linesToAnswer } from '../letter.ts';
import { adoptionLabels, urgentCauses } from '../payloads.ts';
import { dayText, lastOf, letterOf, paragraph, sheetOf, unitOf, type PaperPlan } from './wording.ts';

/** A table of two columns, label and value. Empty values are left blank to be filled in by hand. */
function form(rows: readonly (readonly [string, string])[]): PaperBlock {
  return { kind: 'table', widths: [1, 3], head: false, rows };
}

function materialRows(plan: PaperPlan, source: PaperSource): string[][] {
  return source.documents.map(({ kind, name, version }, index) => [
    String(index + 1),
    plan.materials.find((material) => material.kind === kind)?.label ?? kind,
    `${name}${version > 1 ? `（第${version}版）` : ''}`,
  ]);
}

function submission(plan: PaperPlan): (source: PaperSource) => PaperContent {
  return (source) => {
    const { urgent, note } = source.cause.payload as {
      urgent?: { cause: keyof typeof urgentCauses; basisDocument: string; approver: string };
      note?: string;
    };
    return sheetOf(source, {
      title: '合法性审查送审表',
      body: [
        form([
          ['事项名称', source.title],
          ['事项类别', source.categoryLabel],
          ['送审单位', unitOf(source)],
          ['承办人', source.cause.actor?.name ?? ''],
          ['送审日期', dayText(source.cause.on)],
          ['审查轮次', `第${source.round}轮`],
          [
            '紧急办理',
            urgent === undefined
              ? '否'
              : `是：${urgentCauses[urgent.cause]}（依据：${urgent.basisDocument}；批准人：${urgent.approver}）`,
          ],
          ['送审说明', note ?? ''],
        ]),
        paragraph('送审材料：'),
        {
          kind: 'table',
          widths: [3, 7, 12],
          head: true,
          rows: [['序号', '材料', '文件'], ...materialRows(plan, source)],
        },
        paragraph('本单位对所送材料的真实性、完整性负责。'),
      ],
      signature: { by: unitOf(source), on: source.cause.on },
    });
  };
}

interface AdoptionLine {
  readonly line?: number;
  readonly point?: string;
  readonly adopted: boolean | keyof typeof adoptionLabels;
  readonly reason?: string;
  readonly changedText?: string;
}

function adoptedText(adopted: AdoptionLine['adopted']): string {
  if (typeof adopted === 'boolean') return adopted ? '采纳' : '未采纳';
  return { full: '采纳', partial: '部分采纳', none: '未采纳' }[adopted];
}

function adoption(source: PaperSource): PaperContent {
  const given = source.cause.payload as {
    adoption: keyof typeof adoptionLabels;
    reasons?: string;
    lines?: readonly AdoptionLine[];
  };
  const asked = linesToAnswer({ round: source.round }, source.opinions);
  const lines = given.lines ?? [];
  const answered = (index: number): AdoptionLine | undefined => lines.find(({ line }) => line === index + 1);
  const whole = given.adoption === 'full' ? '采纳' : '';
  const rows = [
    ...asked.map(({ text }, index) => {
      const answer = answered(index);
      const said = answer === undefined ? [whole, ''] : [adoptedText(answer.adopted), wordsOf(answer)];
      return [String(index + 1), text, ...said];
    }),
    ...lines
      .filter(({ line }) => line === undefined)
      .map((answer, index) => [
        String(asked.length + index + 1),
        answer.point ?? '',
        adoptedText(answer.adopted),
        wordsOf(answer),
      ]),
  ];
  const letter = lastOf(source, 'sign-off', 'leader.approve');
  return sheetOf(source, {
    title: '审查意见采纳情况反馈表',
    body: [
      form([
        ['事项名称', source.title],
        ['送审单位', unitOf(source)],
        ['审查意见书文号', letter?.numbers[0] ?? ''],
        ['总体情况', adoptionLabels[given.adoption]],
        ['未采纳的理由', given.reasons ?? ''],
      ]),
      ...(rows.length === 0
        ? []
        : [
            paragraph('逐条反馈：'),
            {
              kind: 'table' as const,
              widths: [3, 9, 4, 9],
              head: true,
              rows: [['序号', '审查意见', '采纳情况', '理由及修改后的文字'], ...rows],
            },
          ]),
      ...(given.adoption === 'full' ? [] : [paragraph('未全部采纳的理由和依据，随材料一并提交集体讨论。')]),
    ],
    signature: { by: unitOf(source), on: source.cause.on },
    values: { 采纳情况: adoptionLabels[given.adoption] },
  });
}

function wordsOf({ reason, changedText }: AdoptionLine): string {
  return [reason, changedText === undefined ? undefined : `修改为：${changedText}`]
    .filter((each) => each !== undefined)
    .join('\n');
}

function filing(source: PaperSource): PaperContent {
  const { target, on, receiptNumber } = source.cause.payload as {
    target?: string;
    on?: string;
    receiptNumber?: string;
  };
  const letter = lastOf(source, 'sign-off', 'leader.approve');
  const act = lastOf(source, 'promulgate', 'decision.make', 'contract.sign');
  const number = act?.payload?.documentNumber;
  return letterOf(source, {
    title: `关于报送《${source.title}》备案的报告`,
    addressee: target ?? '',
    body: [
      paragraph(
        act === null
          ? `现将${unitOf(source)}办理的《${source.title}》按规定报送备案。`
          : `${unitOf(source)}办理的《${source.title}》${typeof number === 'string' ? `（${number}）` : ''}，已于${dayText(
              String(act.payload?.on ?? act.on),
            )}${act.label}。现按规定报送备案。`,
      ),
      paragraph(
        letter === null
          ? ''
          : `该事项经合法性审查，于${dayText(letter.on)}出具审查意见书${letter.numbers[0] === undefined ? '' : `（${letter.numbers[0]}）`}。`,
      ),
      ...(receiptNumber === undefined ? [] : [paragraph(`备案回执号：${receiptNumber}。`)]),
      paragraph('附件：正式文本、起草说明及有关材料。'),
      paragraph('专此报告。'),
    ].filter(({ text }) => text !== ''),
    signature: { by: source.organisation, on: on ?? source.cause.on },
    values: { 备案机关: target ?? '', 报备日期: on === undefined ? '' : dayText(on) },
  });
}

function registerSheet(plan: PaperPlan): (source: PaperSource) => PaperContent {
  return (source) => {
    const day = (...types: string[]): string => {
      const event = lastOf(source, ...types);
      return event === null ? '' : dayText(event.on);
    };
    const letter = lastOf(source, 'sign-off', 'leader.approve');
    const findings = lastOf(source, 'findings.record');
    const answer = lastOf(source, 'adoption.record');
    const advisers = source.opinions.filter(({ act }) => act === 'adviser').map(({ by }) => by.name);
    const act = lastOf(source, 'promulgate', 'decision.make', 'contract.sign');
    return sheetOf(source, {
      title: '合法性审查登记表',
      body: [
        form([
          ['事项名称', source.title],
          ['事项类别', source.categoryLabel],
          ['送审单位', unitOf(source)],
          ['承办人', source.names[source.drafter] ?? ''],
          ['送审日期', day('submit')],
          ['受理日期', day('accept')],
          ['审查人', findings?.actor?.name ?? ''],
          ['法律顾问', [...new Set(advisers)].join('、')],
          ['审查结论', plan.conclusions[String(findings?.payload?.conclusion ?? '')] ?? ''],
          ['审查意见书文号', letter?.numbers[0] ?? ''],
          ['签发人、日期', letter === null ? '' : `${letter.actor?.name ?? ''}\u3000${dayText(letter.on)}`],
          ['采纳情况', adoptionLabels[answer?.payload?.adoption as keyof typeof adoptionLabels] ?? ''],
          [act?.label ?? '后续办理', act === null ? '' : dayText(String(act.payload?.on ?? act.on))],
          ['备案日期', day('file')],
          ['归档日期、档号', `${day('archive')}\u3000${String(source.cause.payload?.fileNumber ?? '')}`],
        ]),
      ],
    });
  };
}

function cover(source: PaperSource): PaperContent {
  const first = source.events[0];
  return sheetOf(source, {
    form: 'cover',
    title: '合法性审查案卷',
    body: [
      form([
        ['案卷题名', source.title],
        ['事项类别', source.categoryLabel],
        ['送审单位', unitOf(source)],
        ['审查机构', source.organisation],
        ['起止日期', `${first === undefined ? '' : dayText(first.on)}至${dayText(source.cause.on)}`],
        ['件数', `${source.documents.length + source.papers.length}件`],
        ['档号', String(source.cause.payload?.fileNumber ?? '')],
        ['保管期限', source.retention === null ? '' : retentionLabel(source.retention)],
        ['立卷人', source.cause.actor?.name ?? ''],
      ]),
    ],
  });
}

/** 20240208: how a file index writes a day. */
function digitsOf(day: string): string {
  return day.replaceAll('-', '');
}

/**
 * The author of a document (责任者): the unit for what it submits, the adviser for their opinion, otherwise the issuer.
 */
function authorOf(source: PaperSource, kind: string): string {
  if (kind === 'submission-form' || kind === 'adoption-feedback') return unitOf(source);
  return kind === 'adviser-opinion' ? '法律顾问' : source.organisation;
}

/**
 * The columns are those of 《文书档案案卷格式》（GB/T 9705-2008）. Page counts and remarks are left blank: pages are counted when
 * the file is bound, after this paper is made.
 */
function index(plan: PaperPlan): (source: PaperSource) => PaperContent {
  return (source) => {
    const papers = source.papers.map(({ kind, title, number, on }) => ({
      on,
      row: [number ?? '', authorOf(source, kind), title, digitsOf(on)],
    }));
    const documents = source.documents.map(({ kind, name, on }) => ({
      on,
      row: [
        '',
        unitOf(source),
        `${plan.materials.find((each) => each.kind === kind)?.label ?? kind}：${name}`,
        digitsOf(on),
      ],
    }));
    const rows = [...papers, ...documents]
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(({ row }, place) => [String(place + 1), ...row, '', '']);
    return sheetOf(source, {
      title: '卷内目录',
      body: [
        {
          kind: 'table',
          widths: [15, 35, 26, 36, 20, 12, 12],
          head: true,
          small: true,
          rows: [['顺序号', '文号', '责任者', '题名', '日期', '页号', '备注'], ...rows],
        },
      ],
    });
  };
}

export function sheetPapers(plan: PaperPlan): PaperSpec[] {
  return [
    { kind: 'submission-form', title: '合法性审查送审表', event: 'submit', compose: submission(plan) },
    { kind: 'adoption-feedback', title: '采纳情况反馈表', event: 'adoption.record', compose: adoption },
    { kind: 'filing-report', title: '备案报告', event: 'file', compose: filing },
    { kind: 'register-sheet', title: '合法性审查登记表', event: 'archive', compose: registerSheet(plan) },
    { kind: 'file-cover', title: '卷宗封面', event: 'archive', compose: cover },
    { kind: 'file-index', title: '卷内目录', event: 'archive', compose: index(plan) },
  ];
}
