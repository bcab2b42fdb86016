// Shared by the commands of package.json. Uses only Node 20 itself: these files run before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export const PROJECT_NODE = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const WEB = path.join(root, 'apps', 'web');
const PROCESS = path.join(root, 'libs', 'platform', 'process');
const BUILD_STAMP = path.join(root, 'node_modules', '.cache', 'lawgate-build');

/** Ends the command with a message of one line. */
export function giveUp(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/**
 * Installs when a package of the lock file is missing or has another version, and fails if it is still missing
 * afterwards.
 *
 * Not `npm ci`: it refuses a lock file that lacks optional builds for other systems, which is what npm writes where the
 * registry does not have them. `--no-save` uses the versions of the lock file all the same and changes neither file.
 */
export async function ensureInstalled() {
  if (isInstalled()) {
    return;
  }
  process.stdout.write('正在安装依赖，首次需要一两分钟 (installing dependencies)\n');
  // Development dependencies are needed to build, whatever NODE_ENV is. Warnings about the Node that npm runs on are
  // filtered, because the project brings its own.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const code = cli?.endsWith('.js') ? await run(process.execPath, [cli, ...args]) : await run('npm', args);
  if (code !== 0) {
    giveUp(`依赖安装失败，原因见上 (npm install ended with ${code}, see above; if it is the network, try again)`);
  }
  if (!existsSync(PROJECT_NODE)) {
    giveUp(
      '依赖不完整：缺少项目自带的 Node (the "node" package did not run its install script; allow it and try again)',
    );
  }
  if (!isInstalled()) {
    giveUp('已安装的依赖与 package-lock.json 不符 (package.json and package-lock.json disagree)');
  }
}

/** npm's own list of installed packages, compared with the lock file, is more exact than a time stamp. */
function isInstalled() {
  const wanted = readJson(path.join(root, 'package-lock.json'))?.packages;
  const present = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (wanted === undefined) {
    giveUp('缺少 package-lock.json，请重新取得完整的代码 (package-lock.json is missing)');
  }
  if (present === undefined || !existsSync(PROJECT_NODE)) {
    return false;
  }
  return Object.entries(wanted).every(([place, { version, link, optional, devOptional, peer }]) => {
    if (!place.includes('node_modules/') || optional || devOptional || peer) {
      return true;
    }
    return link ? present[place]?.link === true : present[place]?.version === version;
  });
}

/** Builds what changed. The stamp avoids even starting Nx. */
export async function ensureBuilt() {
  const projects = readJson(path.join(root, 'tsconfig.json')).references.map(({ path: place }) =>
    path.join(root, place),
  );
  const fingerprint = sourcesFingerprint();
  const outputs = [...[...projects, WEB].map((project) => path.join(project, 'dist')), path.join(PROCESS, 'bundle')];
  const complete = outputs.every(existsSync);
  if (complete && existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === fingerprint) {
    return;
  }
  process.stdout.write('正在编译 (building)\n');
  const code = await build();
  if (code !== 0) {
    giveUp('编译失败，见上 (the build failed, see above)');
  }
  mkdirSync(path.dirname(BUILD_STAMP), { recursive: true });
  writeFileSync(BUILD_STAMP, fingerprint);
}

/** Builds every project whose inputs changed, and the bundle of packages; Nx takes the others from its cache. */
export function build() {
  return nx('run-many', '-t', 'build', 'bundle');
}

/** Arguments for Node that start a built app. */
export function builtApp(name) {
  return [
    `--import=${pathToFileURL(path.join(PROCESS, 'register.mjs'))}`,
    path.join(root, 'apps', name, 'dist', 'main.js'),
  ];
}

/** Runs a command of Nx on the project's own Node; see {@link run}. */
export function nx(...args) {
  // Nx enables colours for its tasks even where its own output goes into a file.
  const plain = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };
  return runNode([path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'), ...args], plain);
}

/** Names, sizes and times of everything that the compiler reads, without contents. */
function sourcesFingerprint() {
  const hash = createHash('sha256');
  const add = (file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  };
  const walk = (folder) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name)) {
        walk(place);
      } else if (entry.isFile() && /\.(tsx?|json|css|html|svg)$/.test(entry.name)) {
        add(place);
      }
    }
  };
  for (const folder of ['apps', 'libs', 'workflows']) {
    walk(path.join(root, folder));
  }
  for (const file of ['tsconfig.json', 'tsconfig.base.json', 'package-lock.json']) {
    add(path.join(root, file));
  }
  return hash.digest('hex');
}

/** Runs the project's own Node with the given arguments; see {@link run}. */
export function runNode(args, environment = {}) {
  return run(PROJECT_NODE, args, environment);
}

/**
 * Runs a program on this terminal until it ends, and forwards signals that ask to stop. A signal that the terminal
 * sends to the whole group reaches the program twice; the programs treat two signals within moments as one.
 *
 * @returns its exit code, or 128 + the signal's number, as a shell would
 */
export function run(program, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    signals.forEach((signal) => process.on(signal, forward));
    const end = (code) => {
      signals.forEach((signal) => process.off(signal, forward));
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`无法运行 ${program} (${error.message})\n`);
      end(127);
    });
    child.once('exit', (code, signal) => end(code ?? 128 + os.constants.signals[signal]));
  });
}

/** Node's flags for running from the sources: the packages' `source` condition, and TypeScript through swc. */
export const sourceFlags = [
  '--conditions=source',
  `--import=${pathToFileURL(path.join(root, 'libs', 'platform', 'testing', 'jest', 'module-hooks.mjs'))}`,
];

/** A larger young generation, in MiB: a start of a server and the suites take 6 to 8 % less processor time. */
const youngSpace = ['--min-semi-space-size=16', '--max-semi-space-size=32'];

/** Jest on the sources. */
export const jest = [...youngSpace, ...sourceFlags, path.join(root, 'node_modules', 'jest', 'bin', 'jest.js')];

/** Data folder of the server: `LAWGATE_DATA`, or `.lawgate` in the project. */
export function dataFolder() {
  return path.resolve(root, process.env.LAWGATE_DATA || '.lawgate');
}

export function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

/** Whether browser tests can run on this machine. */
export function hasChromium() {
  return readJson(path.join(root, 'libs', 'platform', 'testing', 'src', 'chromium-builds.json')).some((build) =>
    existsSync(build),
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
