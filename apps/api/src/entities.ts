import { CaseEntity, TaskEntity } from '@lawgate/cases';
import { documentEntities } from '@lawgate/documents';
import { identityEntities } from '@lawgate/admin';
import { NotificationEntity } from '@lawgate/notifications';

/** Every entity that the HTTP interface reads through the ORM. */
export const apiEntities = [CaseEntity, TaskEntity, ...documentEntities, ...identityEntities, NotificationEntity];
