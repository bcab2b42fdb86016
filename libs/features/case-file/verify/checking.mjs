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
  documents: '当时的材料',
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
  checkHistory(whole, manifest, fault);
  checkOpinions(whole, fault);
  checkDocuments(whole, manifest, fault);
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

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
