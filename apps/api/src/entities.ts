import { adminEntities } from '@lawgate/admin';
import { caseFileEntities } from '@lawgate/case-file';
import { caseEntities } from '@lawgate/cases';
import { documentEntities } from '@lawgate/documents';
import { notificationEntities } from '@lawgate/notifications';
import { reportingEntities } from '@lawgate/reporting';

/** Every entity but those of `@lawgate/database`, which a runtime always knows. */
export const apiEntities = [
  ...caseEntities,
  ...adminEntities,
  ...documentEntities,
  ...notificationEntities,
  ...caseFileEntities,
  ...reportingEntities,
] as const;
