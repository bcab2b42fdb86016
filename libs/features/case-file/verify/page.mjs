/**
 * The verifier for browsers, opened from disk: a ZIP or the extracted folder, chosen or dropped. Nothing is sent
 * anywhere.
 */
import { checkPack } from './checking.mjs';
import { openZip } from './zip-reading.mjs';

const inflate = (pieces) => {
  const reader = pieces[Symbol.asyncIterator]();
  const packed = new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return piecesOf(packed.pipeThrough(new DecompressionStream('deflate-raw')));
};

/** Not every browser supports iterating over a stream. */
async function* piecesOf(stream) {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

function blobOfFile(file) {
  const read = async (from, length) => new Uint8Array(await file.slice(from, from + length).arrayBuffer());
  return { size: file.size, read };
}

function chosenFile(file) {
  return { size: file.size, pieces: () => piecesOf(file.stream()), blob: async () => blobOfFile(file) };
}

/** The name within the pack, without the folder that was chosen. */
function filesOfFolder(chosen) {
  return new Map(chosen.map((file) => [file.webkitRelativePath.split('/').slice(1).join('/'), chosenFile(file)]));
}

const find = (id) => document.getElementById(id);

async function check(open) {
  find('result').className = 'busy';
  find('verdict').textContent = '正在核验……';
  find('faults').replaceChildren();
  find('seal').textContent = '';
  try {
    const report = await checkPack(await open(), inflate, (name) => {
      find('seal').textContent = name;
    });
    find('result').className = report.ok ? 'good' : 'bad';
    find('verdict').textContent = report.ok
      ? `核验通过：${report.cases}个案件，${report.files}个文件，与目录和记录链全部相符。`
      : `核验未通过：${report.faults.length}处不符。`;
    find('faults').replaceChildren(
      ...report.faults.map(({ where, what }) => {
        const item = document.createElement('li');
        item.textContent = `${where}：${what}`;
        return item;
      }),
    );
    find('seal').textContent = report.seal === null ? '' : `${report.title}。封缄值 SM3：${report.seal.sm3}`;
  } catch (error) {
    find('result').className = 'bad';
    find('verdict').textContent = `无法核验：${error.message}`;
    find('seal').textContent = '';
  }
}

const checkZip = (file) => check(() => openZip(blobOfFile(file), inflate));
find('zip').addEventListener('change', ({ target }) => {
  if (target.files.length > 0) void checkZip(target.files[0]);
});
find('folder').addEventListener('change', ({ target }) => {
  if (target.files.length > 0) void check(async () => filesOfFolder([...target.files]));
});
for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault());
document.addEventListener('drop', ({ dataTransfer }) => {
  if (dataTransfer.files.length > 0) void checkZip(dataTransfer.files[0]);
});
