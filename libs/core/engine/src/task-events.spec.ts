import { describe, expect, it } from '@jest/globals';
import { describeDefinition } from './describe.ts';
import { sample } from './sample.fixtures.ts';
import { eventSpecOf, taskEventSpecs, taskEventTypes } from './task-events.ts';
import { roles } from './vocabulary.ts';

interface Field {
  readonly title?: string;
  readonly enum?: readonly string[];
  readonly 'x-person-role'?: string;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
}

const described = new Map(
  describeDefinition(sample).taskEvents.map(({ type, payload }) => [
    type,
    payload as { properties: Record<string, Field>; required?: string[] },
  ]),
);
const named = (type: string, payload: object): unknown => eventSpecOf(sample, type)?.people?.(payload as never);

describe('the events of a task', () => {
  it('may be sent by everybody who can log in, and never by the system', () => {
    for (const type of taskEventTypes) {
      expect(taskEventSpecs[type].by).toEqual(roles.filter((role) => role !== 'system'));
    }
  });

  it('are the same in every definition and not part of its walk', () => {
    expect(taskEventTypes).toEqual([
      'task.add-signer',
      'task.remove-signer',
      'task.transfer',
      'task.delegate',
      'task.resolve',
      'task.withdraw',
    ]);
    expect(taskEventTypes.map((type) => taskEventSpecs[type].examples)).toEqual(taskEventTypes.map(() => []));
  });

  it('name the people whom they add or remove, so that they are looked up', () => {
    expect(named('task.add-signer', { person: 'wu' })).toEqual(['wu']);
    expect(named('task.remove-signer', { person: 'wu' })).toEqual(['wu']);
    expect(named('task.transfer', { from: 'wu', to: 'zheng' })).toEqual(['zheng']);
    expect(named('task.delegate', { to: 'zheng' })).toEqual(['zheng']);
    expect([named('task.resolve', { note: '已核对' }), named('task.withdraw', {})]).toEqual([undefined, undefined]);
  });

  it('ask on the page for people of any role, in fields that each have a title', () => {
    const people = [...described].map(([type, { properties }]) => [
      type,
      Object.keys(properties).filter((name) => properties[name]?.['x-person-role'] === 'any'),
    ]);
    expect(Object.fromEntries(people)).toEqual({
      'task.add-signer': ['person'],
      'task.remove-signer': ['person'],
      'task.transfer': ['from', 'to'],
      'task.delegate': ['to'],
      'task.resolve': [],
      'task.withdraw': [],
    });
    for (const { properties } of described.values()) {
      expect(Object.keys(properties)).toContain('task');
      for (const field of Object.values(properties)) expect(field.title).toMatch(/\S/);
    }
  });

  it('need no task to be named, and a position only from those that have a label', () => {
    for (const { required = [] } of described.values()) expect(required).not.toContain('task');
    const position = described.get('task.add-signer')?.properties.position;
    expect(position?.enum).toEqual(['before', 'after', 'parallel']);
    expect(Object.keys(position?.['x-labels'] ?? {})).toEqual(position?.enum);
    const parses = (payload: object): boolean => taskEventSpecs['task.add-signer'].payload.safeParse(payload).success;
    expect(['before', 'after', 'parallel'].map((each) => parses({ person: 'wu', position: each }))).toEqual([
      true,
      true,
      true,
    ]);
    expect([parses({ person: 'wu' }), parses({ person: 'wu', position: 'first' }), parses({})]).toEqual([
      true,
      false,
      false,
    ]);
    expect(taskEventSpecs['task.withdraw'].payload.safeParse({ task: 'a' }).success).toBe(true);
  });
});
