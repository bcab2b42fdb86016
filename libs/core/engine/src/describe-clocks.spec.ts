import { describe, expect, it } from '@jest/globals';
import { boundsInWords } from './bounds.ts';
import { clockOf, event, open, small } from './check.fixtures.ts';
import { defineWorkflow, type DefinitionInput } from './definition.ts';
import { describeDefinition } from './describe.ts';
import { gate } from './rule.ts';

const described = (input: DefinitionInput) => describeDefinition(defineWorkflow(input));

describe('the description of a clock', () => {
  it('shows the defaults of undeclared properties', () => {
    expect(described(small({}, { clocks: { due: clockOf() } })).clocks).toEqual([
      {
        key: 'due',
        label: '期限',
        citation: '无',
        pausable: true,
        resume: 'continue',
        onDue: null,
        end: 'limit',
        keeps: false,
        atEnd: 'overdue',
        remind: [],
        settle: null,
        covers: [],
      },
    ]);
  });

  it('shows declared properties', () => {
    const due = clockOf({
      pausable: false,
      resume: 'restart',
      onDue: 'finish',
      keeps: true,
      atEnd: 'lapse',
      remind: { to: ['drafter', 'director'], advice: '请办理。' },
      settle: { label: '登记', by: ['submitter'], rules: [] },
      covers: [
        { clock: 'review', pausedFor: ['supplement'] },
        { clock: 'due', pausedFor: [] },
      ],
    });
    expect(described(small({}, { clocks: { due } })).clocks).toEqual([
      {
        key: 'due',
        label: '期限',
        citation: '无',
        pausable: false,
        resume: 'restart',
        onDue: 'finish',
        end: 'limit',
        keeps: true,
        atEnd: 'lapse',
        remind: ['drafter', 'director'],
        settle: { label: '登记', by: ['submitter'] },
        covers: ['review', 'due'],
      },
    ]);
  });

  it('distinguishes a counted limit from one or several fixed days', () => {
    const clocks = {
      counted: clockOf(),
      dated: clockOf({ limit: undefined, until: () => null }),
      several: clockOf({ limit: undefined, instances: () => [] }),
    };
    expect(described(small({}, { clocks })).clocks.map(({ key, end }) => [key, end])).toEqual([
      ['counted', 'limit'],
      ['dated', 'date'],
      ['several', 'dates'],
    ]);
  });
});

describe('the description of the rest', () => {
  it('marks a material that the case decides about', () => {
    const material = { kind: 'draft', label: '送审稿', required: false };
    const materials = [material, { ...material, kind: 'plan', requiredWhen: () => true, condition: '涉及时' }];
    expect(described(small({}, { materials })).materials).toMatchObject([
      { kind: 'draft', required: false, conditional: false, condition: null },
      { kind: 'plan', required: false, conditional: true, condition: '涉及时' },
    ]);
  });

  it('lists the stages that must be recorded, without the materials and events that show them', () => {
    const recordings = [{ stage: 'hearing', label: '听证', materials: ['video'], events: ['hear'], citation: '测试' }];
    expect(described(small({}, { recordings })).recordings).toEqual([
      { stage: 'hearing', label: '听证', citation: '测试' },
    ]);
    expect(described(small()).recordings).toEqual([]);
  });

  it('gives the message of a rule where it does not depend on the case', () => {
    const rule = (message: unknown) => ({ id: 'r', message, citation: null, holds: () => true });
    const guard = gate({ rules: [rule('请先审查。') as never, rule(() => '今天不行。') as never] });
    const { transitions } = described(small(open({}, { finish: { guard, target: 'closed' } })));
    expect(transitions[0]?.rules.map(({ message }) => message)).toEqual(['请先审查。', null]);
  });

  it('gives an eventless transition no event', () => {
    const between = { meta: { stage: '转' }, always: 'closed' };
    const input = small({ open: { meta: { stage: '办理' }, on: { finish: 'between' } }, between });
    expect(described(input).transitions.map((one) => [one.source, one.event])).toEqual([
      ['open', 'finish'],
      ['between', null],
    ]);
  });

  it('leaves open what is not a schema', () => {
    const odd = described(small({}, { fields: undefined, events: { finish: event('办结', { payload: undefined }) } }));
    expect([odd.fields, odd.events[0]?.payload]).toEqual([{}, {}]);
  });

  it("shows both ends of a parameter's bounds", () => {
    const words = boundsInWords({ min: 3, max: 60, integer: true });
    expect([words.includes('3'), words.includes('60')]).toEqual([true, true]);
    expect(boundsInWords({ min: 3, max: 60, integer: false })).not.toBe(words);
  });
});
