/** 修改送审信息: a case can be corrected as long as nobody reviews it, and is then the case that it would have been. */
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

  it.each(pairs)('is after amending $from to $to what it had been with those fields', ({ from, to }) => {
    const amended = new DrivenCase(definition, from).go([drafter, 'draft.amend', { ...to, title }]);
    const begun = new DrivenCase(definition, to);
    expect(amended.stored).toEqual(begun.stored);
    expect(amended.effects.filter(({ type }) => type === 'retitle')).toEqual([{ type: 'retitle', title }]);
  });

  it('asks nobody again: the task of handing it in stays the one that it was', () => {
    const amended = new DrivenCase(definition).go([drafter, 'draft.amend', { title }]);
    expect(amended.effects.filter(({ type }) => type === 'openTask' || type === 'closeTask')).toHaveLength(1);
  });

  it('takes no field that a new case would not take', () => {
    const result = new DrivenCase(definition).try(drafter, 'draft.amend', { title, surprise: 1 });
    expect(result).toMatchObject({ ok: false, kind: 'payload', code: 'event.payload-invalid' });
    expect(new DrivenCase(definition).try(drafter, 'draft.amend', { title: ' ' })).toMatchObject({
      ok: false,
      issues: [{ path: 'title', message: '请填写事项名称' }],
    });
  });

  it('lets no colleague change what another drafts', () => {
    const colleague = { ...drafter, id: 'colleague' };
    expect(new DrivenCase(definition).try(colleague, 'draft.amend', { title })).toMatchObject({
      ok: false,
      refusals: [{ rule: 'submitter.own-case' }],
    });
  });

  it('stays as it was handed in, also when a supplement is asked for', () => {
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
