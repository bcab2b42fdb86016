import { StartError } from './start-error.ts';

/**
 * Runs `work` against an external server: if it is down or refuses, the error is one line with the name of the
 * setting, not a stack.
 *
 * @throws StartError `database.unreachable`
 */
export async function reach<T>(setting: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (/^(ECONN|ENOTFOUND|EAI_|EHOST|ENETUN|ETIMEDOUT|28|3D000|42501|57P03)/.test(code)) {
      const message = `不能使用 ${setting} 指定的数据库 (cannot use the database of ${setting}: ${code})`;
      throw new StartError('database.unreachable', message, { cause: error });
    }
    throw error;
  }
}
