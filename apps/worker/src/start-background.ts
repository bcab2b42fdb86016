/** The background side of a process: runtime of every town, deliveries and maintenance. */
import { openSide, type Lawgate } from '@lawgate/composition';
import { recognitionTools, tesseractRecogniser, type TextRecogniser } from '@lawgate/files';
import { startWorker, type Worker } from './worker.ts';

/** Resolves when it works; the shutdown of the process closes everything. */
export async function startBackground(lawgate: Lawgate): Promise<Worker> {
  const { settings, shutdown, logger, queueUrl, contentStore } = lawgate;
  const { clamdUrl, pollMs, rescueAfterMs } = settings;
  const parts = await openSide(lawgate, { role: 'lawgate_worker' });
  const onError = (error: Error): void => logger.error({ err: error }, `后台任务出错 (background): ${error.message}`);
  const worker = await startWorker({
    parts,
    contentStore,
    clamdUrl,
    recogniser: await recogniserOf(lawgate),
    queueUrl,
    pollMs,
    rescueAfterMs,
    channels: settings,
    onError,
  });
  shutdown.opened('worker', () => worker.stop());
  return worker;
}

/** Undefined where recognition is off, or where its programs are missing: then the log says what to install. */
async function recogniserOf({ settings, logger }: Lawgate): Promise<TextRecogniser | undefined> {
  if (settings.ocr === undefined) return undefined;
  const tools = await recognitionTools();
  if (!('missing' in tools)) return tesseractRecogniser(tools);
  const missing = tools.missing.join('、');
  logger.warn(
    { missing: tools.missing },
    `已设置 LAWGATE_OCR，但缺少${missing}：扫描件不作文字识别，其他照常 (OCR is off: install tesseract with chi_sim, and poppler)`,
  );
  return undefined;
}
