/** Reasons why an embedded database did not start. The codes are stable and listed in the manual's error appendix. */
export type DatabaseStartErrorCode =
  'database.version-mismatch' | 'database.in-use' | 'database.disk-full' | 'database.start-failed';

/** Thrown by {@link startEmbeddedPostgres}; the message is one line for the person who typed the start command. */
export class DatabaseStartError extends Error {
  readonly code: DatabaseStartErrorCode;

  constructor(code: DatabaseStartErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DatabaseStartError';
    this.code = code;
  }
}

/** Converts an error of a file operation, or PostgreSQL's own log, into an error with a message for the user. */
export function explainStartFailure(dataDir: string, said: string, cause?: unknown): DatabaseStartError {
  if (/No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/.test(said)) {
    return diskFull(dataDir, cause);
  }
  if (/database files are incompatible with server|not compatible with this version/.test(said)) {
    return new DatabaseStartError(
      'database.version-mismatch',
      `数据目录的 PostgreSQL 版本与本程序不符：${dataDir} (data folder belongs to another PostgreSQL version)`,
      { cause },
    );
  }
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/.test(said)) {
    return inUse(dataDir, cause);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/.test(said)) {
    return new DatabaseStartError(
      'database.start-failed',
      `数据目录没有读写权限：${dataDir} (no permission to read and write the data folder)`,
      { cause },
    );
  }
  const reason = lastReason(said);
  return new DatabaseStartError(
    'database.start-failed',
    `数据库启动失败：${dataDir} (embedded PostgreSQL did not start${reason === '' ? '' : `: ${reason}`})`,
    { cause },
  );
}

export function diskFull(dataDir: string, cause?: unknown): DatabaseStartError {
  return new DatabaseStartError(
    'database.disk-full',
    `磁盘空间不足，请先清理：${dataDir} (no space left for the data folder)`,
    { cause },
  );
}

export function inUse(dataDir: string, cause?: unknown): DatabaseStartError {
  return new DatabaseStartError(
    'database.in-use',
    `数据目录正被另一个运行中的 Lawgate 使用：${dataDir} (data folder is in use by another running server)`,
    { cause },
  );
}

function lastReason(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const logged = lines.filter((line) => /(FATAL|PANIC|ERROR|error):/.test(line)).at(-1) ?? lines.filter(Boolean).at(-1);
  return (logged ?? '').replace(/^.*?(?=(FATAL|PANIC|ERROR|error):)/, '').slice(0, 200);
}
