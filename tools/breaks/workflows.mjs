// The rules of law of the four categories, the texts of notices, the forms, and the loader.
const separation = 'workflows/shared/rules/separation.ts';
const contract = 'workflows/contract/rules.spec.ts';
const enforcement = 'workflows/enforcement-decision/rules.spec.ts';
const decision = 'workflows/major-decision/rules.spec.ts';
const normative = 'workflows/normative-document/rules.spec.ts';
const amending = 'workflows/shared/amending.ts';

export const workflows = [
  {
    claim: 'nobody advises on their own draft',
    file: separation,
    from: 'return !isDrafter(context, id) && context.reviewer !== id;',
    to: 'return context.reviewer !== id;',
    spec: decision,
    test: 'separation.adviser-without-part',
  },
  {
    claim: 'a matter that was found illegal does not go on',
    file: 'workflows/shared/rules/act.ts',
    from: "      plan.passing.includes(context.conclusion ?? '') &&\n",
    to: '',
    spec: normative,
    test: 'review.concluded',
  },
  {
    claim: 'the host of a hearing is not who drafted the decision',
    file: 'workflows/enforcement-decision/rules.ts',
    from: '(hearingHost !== handler && hearingHost !== input.context.drafter)',
    to: 'hearingHost !== handler',
    spec: enforcement,
    test: 'separation.handler-not-host refuses when the drafter presided over the hearing',
  },
  {
    claim: 'a sealed copy that was replaced is compared again',
    file: 'workflows/contract/sealed-copy.ts',
    from: 'return sealed === null || sealed === input.context.sealedCopy;',
    to: 'return sealed === null || Boolean(input.context.sealedCopy);',
    spec: contract,
    test: 'is filed without a sealed copy only where the town does not ask for one, and compared again where it was replaced',
  },
  {
    claim: 'a sealed copy is not compared with a draft that nobody reviewed',
    file: 'workflows/contract/sealed-copy.ts',
    from: 'return (reviewedText === undefined ? isDraft : left === reviewedText) &&',
    to: 'return isDraft &&',
    spec: contract,
    test: 'sealed-copy.with-reviewed refuses when it was compared with a draft that was handed in after the review',
  },
  {
    claim: 'filing counts from the day of the act, not from its record',
    file: 'workflows/shared/clocks.ts',
    from: 'from: (context: ReviewContext) => context.actOn,',
    to: 'from: () => null,',
    spec: normative,
    test: 'counts publicity and filing from the day of promulgation, also when it is recorded later',
  },
  {
    claim: 'a supplement that is not delivered returns the case',
    file: 'workflows/shared/clocks.ts',
    from: "      onDue: 'supplement.expire',\n",
    to: '',
    spec: normative,
    test: 'a supplement not delivered in time returns the case by a system event',
  },
  {
    claim: 'a case that was amended holds what was entered last and nothing else',
    file: amending,
    from: 'update<ReviewContext>(({ event }) => {\n    const { title: _title, ...fields } = event.payload;',
    to: 'update<ReviewContext>(({ context, event }) => {\n    const { title: _title, ...given } = event.payload;\n    const fields = { ...context.fields, ...given };',
    spec: 'workflows/amending.spec.ts',
    test: 'an amendment from',
  },
  {
    claim: 'every list of a form has its bound',
    file: 'workflows/shared/payloads.ts',
    from: "      .max(20, { error: '审查要点不能超过20项' })\n",
    to: '',
    spec: 'workflows/forms.spec.ts',
    test: 'limits the length of each text and each list',
  },
  {
    claim: 'two folders do not claim one category',
    file: 'workflows/load.ts',
    from: 'base !== each.base || other.version === version',
    to: 'base !== each.base',
    spec: 'workflows/load.spec.ts',
    test: 'a copy under the same key is refused',
  },
  {
    claim: 'a released version that says something else stops the start',
    file: 'workflows/releases.ts',
    from: 'if (changed.length === 0) return;',
    to: 'if (changed.length >= 0) return;',
    spec: 'workflows/releases.spec.ts',
    test: 'is refused where the released version was changed, with the names of the changed parts',
  },
];
