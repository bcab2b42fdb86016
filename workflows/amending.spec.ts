/**
 * 修改送审信息: the fields of a case can be corrected until the review begins; the corrected case equals one created with
 * those fields.
 */
import { describe, expect, it } from '@jest/globals';
import { loadDefinitions } from './load.ts';
import { DrivenCase, toAssigning, toSubmitted } from './shared/driving.fixtures.ts';
import { people } from './shared/walking.fixtures.ts';

const { drafter, reviewer } = people;
const title = '关于另一事项的送审稿';
const definitions = await loadDefinitions();

describe.each(definitions.map((definition) => [definition.key, definition] as const))('%s', (_, definition) => {
  const examples = definition.fieldExamples;
  const pairs = examples.flatMap((from) => examples.map((to) => ({ from, to })));

  it.each(pairs)(
    'an amendment from $from to $to gives the same case as creating it with those fields',
    ({ from, to }) => {
      const amended = new DrivenCase(definition, from).go([drafter, 'draft.amend', { ...to, title }]);
      const begun = new DrivenCase(definition, to);
      expect(amended.stored).toEqual(begun.stored);
      expect(amended.effects.filter(({ type }) => type === 'retitle')).toEqual([{ type: 'retitle', title }]);
    },
  );

  it('does not create the submission task again', () => {
    const amended = new DrivenCase(definition).go([drafter, 'draft.amend', { title }]);
    expect(amended.effects.filter(({ type }) => type === 'openTask' || type === 'closeTask')).toHaveLength(1);
  });

  it('accepts only fields that a new case would accept', () => {
    const result = new DrivenCase(definition).try(drafter, 'draft.amend', { title, surprise: 1 });
    expect(result).toMatchObject({ ok: false, kind: 'payload', code: 'event.payload-invalid' });
    expect(new DrivenCase(definition).try(drafter, 'draft.amend', { title: ' ' })).toMatchObject({
      ok: false,
      issues: [{ path: 'title', message: '请填写事项名称' }],
    });
  });

  it('does not let a colleague amend the draft of another person', () => {
    const colleague = { ...drafter, id: 'colleague' };
    expect(new DrivenCase(definition).try(colleague, 'draft.amend', { title })).toMatchObject({
      ok: false,
      refusals: [{ rule: 'submitter.own-case' }],
    });
  });

  it('cannot be amended after submission, also when a supplement is asked for', () => {
    const handedIn = new DrivenCase(definition).go(...toSubmitted);
    const supplementing = new DrivenCase(definition).go(...toSubmitted, [reviewer, 'supplement.request']);
    const accepted = new DrivenCase(definition).go(...toAssigning);
    for (const driven of [handedIn, supplementing, accepted]) {
      expect(driven.try(drafter, 'draft.amend', { title })).toMatchObject({
        ok: false,
        kind: 'rules',
        refusals: [{ rule: 'amend.before-submission' }],
      });
    }
  });
});
