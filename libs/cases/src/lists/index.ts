/** Cases and tasks: the view of a case, the lists, and the commands of the HTTP interface. */
export { CaseListService } from './case-list.service.ts';
export { toCaseView } from './case-view.ts';
export { TaskQueueService } from './task-queue.service.ts';
export { CasesHttpModule } from './cases.http.module.ts';
export { CasesModule } from './cases.module.ts';
