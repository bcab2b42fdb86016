// Crash points, and what the short forms of the long tests find. Each of these builds the server again.
const caseRuntime = 'libs/cases/src/commit/case-runtime.ts';
const commits = 'chaos/crash-points-commit.spec.ts';
const later = 'chaos/crash-points-later.spec.ts';

export const chaos = [
  {
    claim: 'what was acknowledged is on the disk when the database dies',
    file: 'libs/platform/database/src/embedded-postgres.ts',
    from: "  jit: 'off',",
    to: "  jit: 'off',\n  synchronous_commit: 'off',",
    spec: 'chaos/kill-database.spec.ts',
    test: 'ends the server with one clear line, and after a restart nothing acknowledged is lost',
  },
  {
    claim: 'a document that was acknowledged is in the store when the server dies',
    file: 'libs/features/documents/src/document.service.ts',
    from: 'await content.keep();',
    to: 'setTimeout(() => void content.keep(), 1_000);',
    spec: 'chaos/kill.spec.ts',
    test: 'concurrent cases loses and doubles nothing',
  },
  {
    claim: 'a command that is repeated after a death is done once',
    file: caseRuntime,
    from: 'planned.rows.idempotency = { key: command.idempotency.key, requestHash, status: 200, response: body };',
    to: 'void requestHash;',
    spec: commits,
    test: 'a process that dies at commit.after-write during a plain event',
  },
  {
    claim: 'a case that is created again after a death is one case',
    file: caseRuntime,
    from: 'plan.rows.idempotency = { key: command.idempotency.key, requestHash, status: 201, response: body };',
    to: 'void requestHash;',
    spec: commits,
    test: 'a process that dies at commit.after-write during a new case',
  },
  {
    claim: 'an event of a due date and the mark on its timer are one commit',
    file: caseRuntime,
    from: 'planned.rows.fireTimer = { ...command.fireTimer };',
    to: 'void 0;',
    spec: commits,
    test: 'a process that dies at commit.after-write during a due date',
  },
  {
    claim: 'what was put into the queue is not yet delivered',
    file: 'libs/platform/jobs/sql/mark-outbox-enqueued.sql',
    from: 'update outbox set enqueued_at = clock_timestamp() from',
    to: 'update outbox set enqueued_at = clock_timestamp(), delivered_at = clock_timestamp() from',
    spec: later,
    test: 'a process that dies at dispatch.after-enqueue during a notice',
  },
  {
    claim: 'a proof pack that is called done is there, whole',
    file: 'libs/features/case-file/src/proof-pack/proof-pack-run.ts',
    from: 'await content.keep();',
    to: 'setTimeout(() => void content.keep(), 60_000);',
    spec: later,
    test: 'a process that dies at pack.before-keep during a proof pack',
  },
  {
    claim: 'what a dead worker or an emptied queue was processing is delivered all the same',
    file: 'libs/platform/jobs/sql/rescue-outbox.sql',
    from: 'where delivered_at is null and enqueued_at < clock_timestamp()',
    to: 'where false and enqueued_at < clock_timestamp()',
    spec: 'chaos/year-postgres.spec.ts',
    test: 'the simulated year is the same to the letter',
  },
];
