/** The verifier for Node 20 and later: `node verify.mjs [folder or ZIP]`, by default the folder of this file. */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createInflateRaw } from 'node:zlib';
import { checkPack } from './checking.mjs';
import { openZip } from './zip-reading.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const inflate = (pieces) => Readable.from(pieces).pipe(createInflateRaw());

function blobOfFile(place) {
  // Opened for each read: a pack of many cases has more files than a process may have open.
  const read = async (from, length) => {
    const descriptor = openSync(place, 'r');
    try {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, from));
    } finally {
      closeSync(descriptor);
    }
  };
  return { size: statSync(place).size, read };
}

function filesOfFolder(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath ?? entry.path, entry.name);
    const { size } = statSync(place);
    const pieces = async function* () {
      const blob = blobOfFile(place);
      for (let at = 0; at < size; at += 1 << 20) yield await blob.read(at, Math.min(1 << 20, size - at));
    };
    const name = path.relative(folder, place).split(path.sep).join('/');
    files.set(name, { size, pieces, blob: async () => blobOfFile(place) });
  }
  return files;
}

const target = path.resolve(process.argv[2] ?? path.dirname(fileURLToPath(import.meta.url)));
try {
  const files = statSync(target).isDirectory() ? filesOfFolder(target) : await openZip(blobOfFile(target), inflate);
  const report = await checkPack(files, inflate);
  if (report.title !== '') say(report.title);
  for (const { where, what } of report.faults) say(`不符：${where}：${what}`);
  if (report.seal !== null) say(`封缄值 SM3：${report.seal.sm3}`);
  say(
    report.ok
      ? `核验通过：${report.cases}个案件，${report.files}个文件，与目录和记录链全部相符。`
      : `核验未通过：${report.faults.length}处不符。`,
  );
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  say(`无法核验：${error.message}`);
  process.exitCode = 2;
}
