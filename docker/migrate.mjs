/** Brings the database of DATABASE_URL up to date, and the queue's tables where QUEUE_URL is a PostgreSQL, and ends. */
import { migrate, migrateQueue } from '@lawgate/database';

const { DATABASE_URL: databaseUrl, QUEUE_URL: queueUrl = databaseUrl } = process.env;
if (!databaseUrl) {
  process.stderr.write('请设置 DATABASE_URL (DATABASE_URL is needed)\n');
  process.exit(1);
}
const log = (line) => process.stdout.write(`${line}\n`);
const ran = await migrate(databaseUrl, log);
if (!queueUrl.startsWith('redis')) await migrateQueue(queueUrl, log);
log(ran.length === 0 ? '数据库已是最新 (up to date)' : '迁移完成 (migrated)');
