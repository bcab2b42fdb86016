import { ProblemError, type Principal } from '@lawgate/contracts';
import { isRecorded, type Definition, type MaterialSpec } from '@lawgate/engine';
import type { LoadedCase } from '@lawgate/cases';

/** Roles that may upload, each while it has open tasks. */
const handers = ['submitter', 'reviewer'] as const;

/**
 * Refuses a document that this person may not add to this case now.
 *
 * A submitter may add documents while the case is a draft and while a task of the submitting side is open: a
 * supplement, the feedback on adoption, the signed copy. A reviewer may then too, and while a task of a reviewer is
 * open. Open tasks come from the machine, so no category is named here. Both may add to a recorded case (补录) at any time.
 *
 * @param isAwaited whether the material is compared with a reviewed text, and the case accepts the result now
 * @throws ProblemError 403 `case.read-only`, `document.forbidden`; 409 `document.not-now`
 */
export function refuseUntimely(principal: Principal, to: LoadedCase, isAwaited = false): void {
  if (principal.orgId !== to.orgId) {
    throw new ProblemError(403, 'case.read-only', '上级机关对下级的案件只能查看，不能办理。');
  }
  const roles = handers.filter((role) => principal.roles.includes(role));
  if (roles.length === 0) {
    throw new ProblemError(403, 'document.forbidden', '只有承办人和审查人可以上传材料。');
  }
  // The papers of a matter of the past are scanned later.
  if (isRecorded(to.stored)) return;
  const open = to.state === 'draft' || to.tasks.some((task) => task.key === 'supplement' || task.role === 'submitter');
  const asked = to.tasks.some((task) => roles.some((role) => role === task.role));
  // Before filing a submitter hands in what is compared with the reviewed text, such as the sealed copy. What arrives after
  // it would go into the archive without a comparison.
  const late = isAwaited && principal.roles.includes('submitter');
  if (to.status === 'active' && (open || asked || late)) return;
  throw new ProblemError(
    409,
    'document.not-now',
    `案件处于“${to.stage}”，现在不能上传材料；如需补充，请等待补正通知。`,
    {
      currentVersion: to.version,
    },
  );
}

/** @throws ProblemError 422 `document.kind-missing`; `document.kind-unknown`, which lists the known kinds */
export function requireMaterial(definition: Definition, kind: string | null): MaterialSpec {
  const kinds = definition.materials.map((material) => `${material.kind}（${material.label}）`).join('、');
  if (kind === null) throw new ProblemError(422, 'document.kind-missing', `请说明材料种类（kind）：${kinds}。`);
  const found = definition.materials.find((material) => material.kind === kind);
  if (found !== undefined) return found;
  throw new ProblemError(422, 'document.kind-unknown', `${definition.label}没有这种材料。可用的种类：${kinds}。`);
}
