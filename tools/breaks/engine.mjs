// The pure step, task sets, and the import and purity rules that lint enforces.
const step = 'libs/core/engine/src/step.ts';
const stepSpec = 'libs/core/engine/src/step.spec.ts';
const holder = 'libs/core/engine/src/task-holder.ts';
const moveSpec = 'libs/core/engine/src/task-move.spec.ts';
const property = 'libs/core/engine/src/task-set/task-set.property.spec.ts';
const imports = 'depcruise --config .dependency-cruiser.mjs libs/core/engine libs/cases';

export const engine = [
  {
    claim: 'a refusal names every rule that fails',
    file: 'libs/core/engine/src/candidates.ts',
    from: 'for (const rule of failed) failing.set(rule.id, refusalOf(rule, input));',
    to: 'for (const rule of failed.slice(0, 1)) failing.set(rule.id, refusalOf(rule, input));',
    spec: stepSpec,
    test: 'reports every failing rule with its citation, not only the first',
  },
  {
    claim: 'a hard rule is not passed with a reason',
    file: 'libs/core/engine/src/rule.ts',
    from: "return rule.strength === 'soft' && (input",
    to: 'return (input',
    spec: stepSpec,
    test: 'never passes a hard rule with a reason',
  },
  {
    claim: 'a finished case takes no event',
    file: step,
    from: "if (!possible || stored.status === 'done') {",
    to: 'if (!possible) {',
    spec: stepSpec,
    test: 'refuses in a finished case also an event that every state takes',
  },
  {
    claim: 'a recused person acts in no state',
    file: step,
    from: 'if (stored.recused.includes(facts.actor.id)) {',
    to: 'if (stored.recused.includes(facts.actor.id) && isTaskEvent(event.type)) {',
    spec: moveSpec,
    test: 'turns a recused person away everywhere, whatever the state',
  },
  {
    claim: 'no button is shown that the step refuses',
    file: 'libs/core/engine/src/possible.ts',
    from: 'if (concerned === null || mayAnswer(concerned.entry.set, facts)) return [];',
    to: 'return [];',
    spec: 'libs/core/engine/src/possible.spec.ts',
    test: 'names the holder’s task as the reason for somebody who does not hold it',
  },
  {
    claim: 'a task goes to people of its role only',
    file: holder,
    from: 'if (person?.roles.includes(task.role)) return null;',
    to: 'if (person !== undefined) return null;',
    spec: moveSpec,
    test: 'hands a task over to somebody of the role only, and takes the old holder’s access',
  },
  {
    claim: 'a set whose signers all recused themselves does not pass',
    file: 'libs/core/engine/src/task-set/policy.ts',
    from: "if (answers.length === 0) return 'open';",
    to: "if (counting.length > 0 && answers.length === 0) return 'open';",
    spec: property,
    test: 'is never satisfied with zero answers',
  },
  {
    claim: 'a vote needs its share of the seats that count',
    file: 'libs/core/engine/src/task-set/policy.ts',
    from: 'votesNeeded(policy.ratio, counting.length)',
    to: 'votesNeeded(policy.ratio, seats.length)',
    spec: property,
    test: 'agrees with the reference model on acceptance, status and who may act',
  },
  {
    claim: 'two thirds of three are two',
    file: 'libs/core/engine/src/task-set/policy.ts',
    from: 'Math.ceil(ratio * total - 1e-9)',
    to: 'Math.ceil(ratio * total)',
    spec: 'libs/core/engine/src/task-set/policy.spec.ts',
    test: 'is exact for every fraction up to 60 seats',
  },
  {
    claim: 'the reason of a recusal stays out of the file of the next in line',
    file: 'libs/core/engine/src/task-set/settle.ts',
    from: 'const note = old && isOnlyTurned(old, seat) ? undefined : noteOf(operation);',
    to: 'const note = noteOf(operation);',
    spec: 'libs/core/engine/src/task-set/task-set.spec.ts',
    test: 'does not write its reason into the file of the next in line',
  },
  {
    claim: 'the engine does not read the time',
    file: step,
    from: '  const parsed = spec.payload.safeParse(event.payload ?? {});',
    to: '  const parsed = spec.payload.safeParse(event.payload ?? { at: Date.now() });',
    lint: 'eslint libs/core/engine/src/step.ts',
    expected: 'Time comes in as an argument',
  },
  {
    claim: 'the engine does not know the database',
    file: step,
    from: "import { stageOf } from './stage.ts';",
    to: "import { stageOf } from './stage.ts';\nimport 'pg';",
    lint: imports,
    expected: 'libs/core/engine/src/step.ts → ',
  },
  {
    claim: 'a feature does not reach into another one past its index',
    file: 'libs/cases/src/lists/index.ts',
    from: "export { toCaseView } from './case-view.ts';",
    to: "export { toCaseView } from './case-view.ts';\nimport '../../reports/src/figures.ts';",
    lint: imports,
    expected: 'libs/cases/src/lists/index.ts → ',
  },
  {
    claim: 'the recusal of one person takes no helper from another',
    file: 'libs/core/engine/src/task-set/recusal.ts',
    from: 'if (seat.delegatedTo === person)',
    to: 'if (seat.delegatedTo !== undefined)',
    spec: 'libs/core/engine/src/task-set/signers.spec.ts',
    test: 'stays when somebody else is recused',
  },
];
