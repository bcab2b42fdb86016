// The history chain, commits, and what happens later: reminders, due dates, deliveries, the leader.
const chain = 'libs/cases/src/chain.ts';
const chainSpec = 'libs/cases/src/chain.spec.ts';
const timerPlan = 'libs/cases/src/timer-plan.ts';
const timerSpec = 'libs/cases/src/timer-plan.spec.ts';
const deliverer = 'libs/cases/src/later/deliverer.ts';
const laterSpec = 'libs/cases/src/later/later-things.spec.ts';
const caseRuntime = 'libs/cases/src/case-runtime.spec.ts';
const handlers = 'libs/features/notifications/src/reminders/delivery-handlers.spec.ts';

export const runtime = [
  {
    claim: 'the chain covers the text of each row',
    file: chain,
    from: 'return sm3(`${prevHash}\\n${body}`);',
    to: 'return sm3(`${prevHash}\\n${body.length}`);',
    spec: chainSpec,
    test: 'names the row of which one character was changed',
  },
  {
    claim: 'a chain that was written again from the start is found',
    file: chain,
    from: 'if (prev !== lastHash) return',
    to: 'if (links.length === 0 && prev !== lastHash) return',
    spec: chainSpec,
    test: 'the chain finds a chain that was written again, by the hash that the case keeps',
  },
  {
    claim: 'a row follows on the one before it',
    file: chain,
    from: 'if (link.prevHash !== prev) return',
    to: 'if (index > 1 && link.prevHash !== prev) return',
    spec: chainSpec,
    test: 'names the row that says another one was before it',
  },
  {
    claim: 'the documents are tied to the chain by their content',
    file: 'libs/cases/src/write-plan.ts',
    from: 'documents.map(({ sha256 }) => sha256)',
    to: 'documents.map(({ id }) => id)',
    spec: 'libs/cases/src/write-plan.spec.ts',
    test: 'papers are tied to the chain by the documents that the step saw',
  },
  {
    claim: 'an idempotency key with another request is refused',
    file: 'libs/cases/src/answers.ts',
    from: 'return sm3(canonicalJson(request));',
    to: "return sm3(canonicalJson(typeof request === 'string' ? request : {}));",
    spec: caseRuntime,
    test: 'an idempotency key with another body is refused, and nothing is written',
  },
  {
    claim: 'a stale version is refused, not tried again',
    file: 'libs/cases/src/case-runtime.ts',
    from: 'if (command.expectedVersion !== undefined && command.expectedVersion !== before.version) {',
    to: 'if (command.expectedVersion !== undefined && command.expectedVersion > before.version) {',
    spec: caseRuntime,
    test: 'two at once a stale version is answered with the current one, and nothing is written',
  },
  {
    claim: 'a cached case is shown to no other town',
    file: 'libs/cases/src/case-cache.ts',
    from: "viewer.scope !== 'organisation' || viewer.orgPath !== known.orgPath)",
    to: "viewer.scope !== 'organisation')",
    spec: caseRuntime,
    test: 'is shown to no other town and lets the county write nothing',
  },
  {
    claim: 'a due date sends its event after its last day, not on it',
    file: timerPlan,
    from: 'fireAt: instantOf(addCalendarDays(state.dueOn, 1)),',
    to: 'fireAt: instantOf(state.dueOn),',
    spec: timerSpec,
    test: 'fire at the first moment after the last day, in Shanghai',
  },
  {
    claim: 'nobody is notified that a provisional date has passed',
    file: timerPlan,
    from: '.filter(({ stage }) => !(provisional && overdueDayOf(stage) > 0))',
    to: '.filter(({ stage }) => !(provisional && overdueDayOf(stage) > 1))',
    spec: timerSpec,
    test: 'never reproach anybody on a guessed date',
  },
  {
    claim: 'an outbox row is done once',
    file: deliverer,
    from: 'from outbox where id = $1 and delivered_at is null for update',
    to: 'from outbox where id = $1 for update',
    spec: laterSpec,
    test: 'does a row once, however often it is delivered',
  },
  {
    claim: 'one process at a time leads',
    file: 'libs/platform/jobs/src/leader.ts',
    from: "'select pg_try_advisory_lock($1) as got'",
    to: "'select $1::bigint > 0 as got'",
    spec: laterSpec,
    test: 'with two at once has one leader and doubles nothing, and the second takes over',
  },
  {
    claim: 'a notice is in an inbox once',
    file: 'libs/features/notifications/src/reminders/tell.ts',
    from: 'x.kind, x.text, $2, x.source\n',
    to: 'x.kind, x.text, $2, x.source || x.id\n',
    spec: handlers,
    test: 'notices are there once for each person, whatever is delivered again',
  },
  {
    claim: 'an open case goes on under its own version',
    file: 'libs/cases/src/definition-registry.ts',
    from: 'versions.find((each) => each.version === version)',
    to: 'versions.at(-1)',
    spec: 'libs/cases/src/definition-versions.spec.ts',
    test: 'is read and worked to its end under its own, while a new one begins under the newest',
  },
  {
    claim: 'a start finds a version that changed since cases were begun under it',
    file: 'libs/cases/src/definition-versions.ts',
    from: 'now.hash === known.hash',
    to: 'now.hash !== known.hash',
    spec: 'libs/cases/src/definition-versions.spec.ts',
    test: 'is refused where a version under which cases were begun says something else',
  },
  {
    claim: 'a migration that is only tried writes nothing',
    file: 'libs/cases/src/case-migrations.ts',
    from: 'write ? by : null',
    to: 'by',
    spec: 'libs/cases/src/definition-versions.spec.ts',
    test: 'tried without writing says what changes, and changes nothing',
  },
];
