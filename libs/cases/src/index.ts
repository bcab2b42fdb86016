/** Cases and tasks: the view of a case, the lists, and the commands of the public contract. */
export { CaseEntity } from './case.entity.ts';
export { toCaseView } from './case-view.ts';
export { CasesModule } from './cases.module.ts';
export { TaskEntity } from './task.entity.ts';
