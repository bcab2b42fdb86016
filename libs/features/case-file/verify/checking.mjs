/** Verifies a proof pack: every file against the list, every history row against its chain, every signed opinion. */
import { Sha256, Sm3, sha256Of, sm3Of } from './hashes.mjs';
import { openZip, wholeOf } from './zip-reading.mjs';

/** Labels of the fields of a history row. */
const fieldLabels = {
  case: '案件',
  seq: '序号',
  at: '时间',
  type: '事项',
  actor: '办理人',
  onBehalfOf: '被代理人',
  ruleset: '规则版本',
  from: '原环节',
  to: '新环节',
  payload: '办理内容',
  overridden: '准予通过的理由',
  numbers: '文号',
  signed: '签署的意见',
  documents: '当时的材料',
  wrote: '写入的各行',
  log: '当时的案外记录',
  effects: '连带事项',
};
/** Files that systems add to folders by themselves; never part of a pack. */
const strays = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/i;

/** JSON with sorted keys and no white space, as the system serialises values before hashing. */
export function canonicalJson(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

/**
 * @param files a map from name to file, as `openZip` returns it
 * @param inflate see `openZip`; for the packs within a pack
 * @param onFile called with the name of each checked file
 * @returns {ok, faults: [{where, what}], cases, files, seal}
 */
export async function checkPack(files, inflate, onFile = () => {}) {
  const report = { ok: false, faults: [], cases: 0, files: 0, seal: null, title: '' };
  await checkInto(report, files, inflate, onFile, '');
  report.ok = report.faults.length === 0;
  return report;
}

async function checkInto(report, files, inflate, onFile, prefix) {
  const fault = (where, what) => report.faults.push({ where: prefix + where, what });
  const manifest = await readManifest(files, fault);
  if (manifest === null) return;
  if (prefix === '') {
    report.seal = manifest.seal;
    report.title = manifest.title;
  }
  const listed = Array.isArray(manifest.files) ? manifest.files : [];
  const whole = new Map();
  for (const { path, size, sha256, sm3, text } of listed) {
    onFile(prefix + path);
    report.files += 1;
    const file = files.get(path);
    if (file === undefined) {
      fault(path, '缺少这个文件');
      continue;
    }
    try {
      const found = await hashesOf(file, text === true);
      if (found.size !== size) fault(path, `文件被改动：应为${size}字节，实为${found.size}字节`);
      else if (found.sha256 !== sha256) fault(path, '文件被改动：SHA-256 不符');
      else if (found.sm3 !== sm3) fault(path, '文件或目录被改动：SM3 不符');
      if (found.bytes !== null) whole.set(path, new TextDecoder().decode(found.bytes));
    } catch (error) {
      fault(path, `文件读不出来：${error.message}`);
    }
  }
  const known = new Set(['manifest.json', ...listed.map(({ path }) => path)]);
  for (const name of files.keys()) {
    if (!known.has(name) && !strays.test(name)) fault(name, '目录里没有的文件，不属于本证明包');
  }
  if (manifest.kind === 'packs') {
    for (const { path } of listed.filter(({ pack }) => pack === true)) {
      const inner = files.get(path);
      if (inner === undefined) continue;
      try {
        const opened = await openZip(await inner.blob(), inflate);
        await checkInto(report, opened, inflate, onFile, `${prefix}${path} → `);
      } catch (error) {
        fault(path, `打不开：${error.message}`);
      }
    }
    return;
  }
  report.cases += 1;
  const before = report.faults.length;
  checkHistory(whole, manifest, fault);
  const isHistoryWhole = report.faults.length === before;
  checkOpinions(whole, fault);
  checkDocuments(whole, manifest, fault);
  checkRows(whole, manifest, fault, isHistoryWhole);
}

async function readManifest(files, fault) {
  const file = files.get('manifest.json');
  if (file === undefined) {
    fault('manifest.json', '缺少目录文件，无法核验');
    return null;
  }
  try {
    const text = new TextDecoder().decode(await wholeOf(file.pieces()));
    const manifest = JSON.parse(text);
    const { seal, ...sealed } = manifest;
    const body = canonicalJson(sealed);
    // Even an added blank is a change of the file.
    if (`${canonicalJson(manifest)}\n` !== text) fault('manifest.json', '目录文件被改动：不是原来的写法');
    if (seal?.sm3 !== sm3Of(body) || seal?.sha256 !== sha256Of(body)) {
      fault('manifest.json', '目录文件被改动：封缄值不符');
    }
    return manifest;
  } catch (error) {
    fault('manifest.json', `目录文件被改动，读不出来：${error.message}`);
    return null;
  }
}

async function hashesOf(file, keep) {
  const [sha256, sm3] = [new Sha256(), new Sm3()];
  const parts = [];
  let size = 0;
  for await (const piece of file.pieces()) {
    sha256.update(piece);
    sm3.update(piece);
    size += piece.length;
    if (keep) parts.push(piece);
  }
  return { size, sha256: sha256.hex(), sm3: sm3.hex(), bytes: keep ? await wholeOf(parts) : null };
}

/** For each row: its text, its hash, and its link to the previous row. */
function checkHistory(whole, manifest, fault) {
  const text = whole.get('history.jsonl');
  if (text === undefined) return;
  const lines = text.split('\n').filter((line) => line !== '');
  const listed = manifest.history ?? [];
  let prev = '0'.repeat(64);
  for (let n = 0; n < Math.max(lines.length, listed.length); n += 1) {
    const where = `history.jsonl 第${n + 1}条记录`;
    let row = null;
    try {
      if (n < lines.length) row = JSON.parse(lines[n]);
    } catch {
      fault(where, '记录被改动：读不出来');
    }
    const kept = listed[n];
    if (row === null) {
      if (n >= lines.length) fault(where, '缺少这条记录');
      prev = kept?.hash ?? prev;
      continue;
    }
    if (kept === undefined) {
      fault(where, '目录里没有的记录');
      continue;
    }
    for (const what of faultsOfRow(row, kept, n + 1, prev)) fault(where, what);
    // Continues from the hash in the list, so that only the changed row is reported and not all that follow it.
    prev = kept.hash;
  }
  if (prev !== manifest.case?.lastHash) fault('history.jsonl', '末尾记录与案件的链值不符');
}

function faultsOfRow(row, kept, seq, prev) {
  const faults = [];
  if (row.seq !== seq) faults.push('“序号（seq）”被改动');
  if (row.prevHash !== prev) faults.push('“上一条的链值（prevHash）”被改动，与上一条不衔接');
  if (row.hash !== kept.hash) faults.push('“链值（hash）”被改动');
  if (sm3Of(`${prev}\n${row.body}`) === kept.hash) return faults;
  let body;
  try {
    body = JSON.parse(row.body);
  } catch {
    return [...faults, '记录正文（body）被改动：读不出来'];
  }
  const fields = kept.fields ?? {};
  const changed = [...new Set([...Object.keys(fields), ...Object.keys(body)])].filter(
    (field) => sm3Of(canonicalJson(body[field])) !== fields[field],
  );
  for (const field of changed) faults.push(`“${fieldLabels[field] ?? field}（${field}）”被改动`);
  if (changed.length === 0) faults.push('记录正文（body）被改动：写法或链值不符');
  return faults;
}

/** The pack contains the hashed text of each opinion; the shown text must agree with it. */
function checkOpinions(whole, fault) {
  const text = whole.get('opinions.jsonl');
  if (text === undefined) return;
  for (const [n, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const where = `opinions.jsonl 第${n + 1}份意见`;
    try {
      const { signed, hash } = JSON.parse(line);
      if (sm3Of(signed) !== hash) fault(where, '签署的意见被改动：SM3 不符');
    } catch {
      fault(where, '签署的意见被改动：读不出来');
    }
  }
}

/** Each history row records the documents at that time: their number, and a hash over their hashes. */
function checkDocuments(whole, manifest, fault) {
  const [history, list] = [whole.get('history.jsonl'), whole.get('documents.json')];
  if (history === undefined || list === undefined) return;
  let documents;
  try {
    documents = JSON.parse(list);
  } catch {
    fault('documents.json', '材料清单被改动：读不出来');
    return;
  }
  for (const { path, sha256 } of documents) {
    const file = (manifest.files ?? []).find((each) => each.path === path);
    if (file?.sha256 !== sha256) fault('documents.json', `材料清单与目录不符：${path}`);
  }
  const byArrival = [...documents].sort((a, b) => compare(a.uploadedAt, b.uploadedAt) || compare(a.id, b.id));
  for (const [n, line] of history.split('\n').entries()) {
    if (line === '') continue;
    let seen;
    try {
      seen = JSON.parse(JSON.parse(line).body).documents;
    } catch {
      continue;
    }
    const there = new Set(byArrival.slice(0, seen?.count));
    const hash = sm3Of(
      documents
        .filter((document) => there.has(document))
        .map(({ sha256 }) => sha256)
        .join('\n'),
    );
    if (seen?.hash === hash) continue;
    fault('documents.json', `材料清单与第${n + 1}条记录时的材料不符`);
    return;
  }
}

/** The rows of the database against what the history and the log say that was written; and what was found already. */
function checkRows(whole, manifest, fault, isHistoryWhole) {
  let rows;
  let found;
  try {
    rows = JSON.parse(whole.get('rows.json') ?? 'null');
    found = JSON.parse(whole.get('verification.json') ?? 'null');
  } catch {
    fault('rows.json', '各行被改动：读不出来');
    return;
  }
  // A pack of an earlier version has neither.
  if (rows === null || found === null) return;
  if (!Array.isArray(found.findings)) {
    fault('verification.json', '核验结果被改动：读不出来');
    return;
  }
  for (const { reason } of found.findings) fault('verification.json', `制作时已不一致：${reason}`);
  // With a changed history nothing more can be said of the rows.
  if (!isHistoryWhole) return;
  try {
    compareRows(rows, found, linesOf(whole.get('history.jsonl')), manifest, fault);
  } catch {
    fault('rows.json', '各行被改动：读不出来');
  }
}

function compareRows(rows, found, lines, manifest, fault) {
  const bodies = lines.map((row) => JSON.parse(row.body));
  const log = checkLog(rows, manifest, fault);
  const expected = new Map();
  const knowsAll = bodies[0]?.wrote !== undefined;
  let next = 0;
  const logUpTo = (version) => {
    for (; next < log.length && log[next].history.seq <= version; next += 1) {
      for (const row of log[next].rows) applyRow(expected, rows.covered, row, knowsAll);
    }
  };
  for (const { seq, wrote } of bodies) {
    logUpTo(seq - 1);
    if (wrote === undefined) continue;
    const text = rows.writes.find((each) => each.seq === seq)?.body ?? null;
    if (text === null || sm3Of(text) !== wrote) {
      fault('rows.json', `第${seq}条记录写入的各行被改动：SM3 不符`);
      continue;
    }
    for (const row of JSON.parse(text).rows) applyRow(expected, rows.covered, row, knowsAll);
  }
  logUpTo(Infinity);
  const known = new Set(found.findings.map(({ table, row, column }) => `${table} ${row} ${column}`));
  for (const [place, what] of differencesOf(expected, rows, knowsAll)) if (!known.has(place)) fault('rows.json', what);
}

function checkLog({ log }, manifest, fault) {
  let prev = '0'.repeat(64);
  const bodies = [];
  for (const [n, row] of log.entries()) {
    if (row.seq !== n + 1 || row.prev_hash !== prev || sm3Of(`${prev}\n${row.body}`) !== row.hash) {
      fault('rows.json', `案外记录第${n + 1}条被改动：链值不符`);
    }
    prev = row.hash;
    bodies.push(JSON.parse(row.body));
  }
  const end = manifest.case?.log;
  if (end !== undefined && (end.seq !== log.length || (end.hash ?? '0'.repeat(64)) !== prev)) {
    fault('rows.json', '案外记录的末尾与目录不符');
  }
  return bodies;
}

function applyRow(expected, covered, { in: table, key, add, set, where, unless }, knowsAll) {
  const rows = expected.get(table) ?? new Map();
  expected.set(table, rows);
  const name = (covered[table]?.key ?? Object.keys(key)).map((column) => String(key[column])).join(' ');
  const row = rows.get(name);
  const has = (wanted) => Object.keys(wanted).every((column) => same(column, row.set[column], wanted[column]));
  if ((where !== undefined || unless !== undefined) && row === undefined && !knowsAll) return;
  if (unless !== undefined && row !== undefined && has(unless)) return;
  if (where !== undefined && (row === undefined || !has(where))) return;
  rows.set(name, { whole: add === true || row?.whole === true, set: { ...row?.set, ...set } });
}

function* differencesOf(expected, { covered, case: head, tables }, knowsAll) {
  const stored = sm3Of(canonicalJson(head.stored));
  for (const [table, { label, key, cover, columns }] of Object.entries(covered)) {
    if (!['commit', 'log'].includes(cover) || table === 'person') continue;
    const held = table === 'review_case' ? [{ ...head, stored }] : (tables[table] ?? []);
    const rows = expected.get(table) ?? new Map();
    const there = new Map(held.map((row) => [key.map((column) => String(row[column])).join(' '), row]));
    for (const [name, { set }] of rows) {
      const row = there.get(name);
      if (row === undefined) {
        yield [`${table} ${name} null`, `${label}缺少一条记录`];
        continue;
      }
      for (const column of Object.keys(set).filter((each) => !same(each, row[each], set[each]))) {
        yield [`${table} ${name} ${column}`, `${label}的“${columns[column] ?? column}”与记录不一致`];
      }
    }
    if (!knowsAll) continue;
    for (const name of there.keys()) {
      if (!rows.has(name)) yield [`${table} ${name} null`, `${label}多出一条没有记录过的`];
    }
  }
}

/** Instants are written with and without an offset. */
function same(column, one, other) {
  const comparable = (value) => {
    const at = (column === 'at' || column.endsWith('_at')) && typeof value === 'string' ? Date.parse(value) : NaN;
    return Number.isNaN(at) ? canonicalJson(value ?? null) : String(at);
  };
  return comparable(one) === comparable(other);
}

function linesOf(text) {
  return (text ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
