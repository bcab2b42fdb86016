// Builds the pages and writes a compressed copy next to each file, so that the server need not compress answers.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const web = path.resolve(import.meta.dirname, '..', 'apps', 'web');
const dist = path.join(web, 'dist');
/** Bytes; compressing a smaller file gains nothing. */
const SMALLEST = 1024;

// A test run also starts this build, and its NODE_ENV must not produce a development build.
process.env.NODE_ENV = 'production';
await build({ root: web, configFile: path.join(web, 'vite.config.ts'), logLevel: 'warn' });

for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|mjs|css|html|svg|wasm)$/.test(entry.name)) continue;
  const file = path.join(entry.parentPath, entry.name);
  const bytes = readFileSync(file);
  if (bytes.length < SMALLEST) continue;
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
