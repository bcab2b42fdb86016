import { sqlTexts } from '@lawgate/database';

/** The statement in `sql/PATH.sql` of this package; read at load. @throws Error where there is no such file */
export const sqlText = sqlTexts(import.meta.url);
