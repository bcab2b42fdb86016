import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineWorkflow } from './definition.ts';
import { dayFields, describeDefinition } from './describe.ts';
import { throughJson } from './sample-case.fixtures.ts';
import { sample, sampleInput } from './sample.fixtures.ts';

describe('describeDefinition', () => {
  const described = describeDefinition(sample);

  it('is plain JSON', () => {
    expect(throughJson(described)).toStrictEqual(described);
  });

  it('gives the kind, the acts and the usual course', () => {
    const { kind, acts, course } = described;
    expect([kind, acts, course]).toEqual(['review', ['sign-off'], sampleInput.course]);
  });

  it('knows which properties of a payload are civil dates', () => {
    const payload = z.strictObject({ on: z.iso.date(), until: z.iso.date().optional(), where: z.string() });
    expect([dayFields({ payload }), dayFields({ payload: z.unknown() })]).toEqual([['on', 'until'], []]);
  });

  it('lists the stages in document order and marks the ends', () => {
    expect(described.stages.map(({ label }) => label)).toEqual([
      '起草',
      '受理',
      '审查',
      '法律顾问意见',
      '审查意见',
      '补正',
      '审签',
      '审结',
      '退回',
      '撤回',
    ]);
    expect(described.stages.filter(({ final }) => final).map(({ path }) => path)).toEqual([
      'concluded',
      'returned',
      'withdrawn',
    ]);
  });

  it('gives each state its parent, stage, task and clocks', () => {
    const state = (path: string) => described.states.find((one) => one.path === path);
    expect(state('examination')).toMatchObject({
      parent: null,
      type: 'parallel',
      task: null,
      clocks: { review: 'run', supplement: 'drop' },
    });
    expect(state('examination.advisers.pending')).toEqual({
      path: 'examination.advisers.pending',
      parent: 'examination.advisers',
      type: 'atomic',
      stage: '法律顾问意见',
      task: {
        key: 'adviser-opinion',
        role: 'adviser',
        label: '出具法律顾问意见',
        policy: { kind: 'all' },
        completes: ['opinion.give', 'recuse'],
        clock: 'review',
      },
      clocks: {},
      final: false,
    });
    // The final state of one region is not an end of the case.
    expect(state('examination.advisers.given')).toMatchObject({ type: 'final', final: false });
    expect(state('examination.before')).toMatchObject({ type: 'history' });
  });

  it('gives each transition its rules with citation and strength', () => {
    const arrow = (event: string) => described.transitions.filter((one) => one.event === event);
    expect(arrow('accept')).toEqual([
      {
        source: 'acceptance',
        target: ['examination'],
        event: 'accept',
        eventLabel: '受理',
        when: null,
        rules: [
          expect.objectContaining({
            id: 'separation.drafter-not-reviewer',
            citation: expect.any(String),
            strength: 'hard',
          }),
          expect.objectContaining({ id: 'materials.draft', strength: 'hard' }),
          { id: 'acceptance.same-day', message: null, citation: null, strength: 'soft' },
        ],
      },
    ]);
    expect(arrow('note')).toMatchObject([{ source: 'draft', target: [] }]);
    expect(arrow('supplement.provide')).toMatchObject([{ target: ['examination.before'] }]);
    expect(arrow('opinion.give').map(({ when }) => when?.label)).toEqual(['应办人员均已办理', '非：应办人员均已办理']);
    expect(arrow('task.settled')).toMatchObject([{ eventLabel: '应办人员均已办理' }]);
    expect(arrow('xstate.done.state.sample.examination')).toMatchObject([
      { eventLabel: '本环节办结', target: ['signing'] },
    ]);
  });

  it('gives each event its payload as JSON Schema with examples', () => {
    const give = described.events.find(({ type }) => type === 'opinion.give');
    expect(give).toMatchObject({
      label: '出具意见',
      by: ['adviser'],
      payload: { type: 'object', properties: { conclusion: { enum: ['legal', 'illegal'] } }, required: ['conclusion'] },
      examples: [{ conclusion: 'legal' }, { conclusion: 'illegal' }],
    });
  });

  it('shows the values in force next to the defaults', () => {
    expect(describeDefinition(sample, { 'review.days': 7 }).parameters).toEqual([
      {
        key: 'review.days',
        value: 7,
        standard: 5,
        label: '审查期限',
        unit: '工作日',
        citation: '国办发〔2018〕115号',
        bounds: { min: 0, max: 3650, integer: true },
      },
    ]);
    expect(described.parameters[0]).toMatchObject({ value: 5, standard: 5 });
  });

  it('shows the defaults of undeclared properties', () => {
    expect(described.clocks).toMatchObject([
      { key: 'review', pausable: true, resume: 'continue', onDue: null },
      { key: 'supplement', pausable: false, onDue: 'supplement.expire' },
    ]);
    expect(described.materials).toEqual([
      {
        kind: 'draft',
        label: '送审稿',
        required: true,
        conditional: false,
        condition: null,
        citation: null,
        accepts: null,
        maxBytes: null,
      },
    ]);
  });

  it.each([
    ['a date', z.date()],
    ['a transformation', z.string().transform(Number)],
    ['a test of its own', z.custom<string>(() => true)],
    ['something that is no schema', { odd: true }],
    ['nothing', undefined],
  ])('does not fail over %s', (_, schema) => {
    const odd = defineWorkflow({
      ...sampleInput,
      fields: schema as never,
      events: { ...sampleInput.events, submit: { ...sampleInput.events.submit, payload: schema } as never },
    });
    expect(() => describeDefinition(odd)).not.toThrow();
  });
});
