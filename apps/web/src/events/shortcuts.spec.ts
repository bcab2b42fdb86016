import { describe, expect, it } from '@jest/globals';
import { shortcutsOf } from './shortcuts.ts';

const event = (type: string, allowed = true) => ({ type, label: type, allowed, refusals: [] });

describe('the shortcuts of answers', () => {
  it('are never the same for two answers, nor one of the queue’s own', () => {
    const types = ['submit', 'sign-off', 'return', 'send-back', 'leader.reject', 'file', 'archive', 'advisers.assign'];
    const keys = [...shortcutsOf({ events: types.map((type) => event(type)) }).values()];
    expect(new Set(keys).size).toBe(types.length);
    expect(keys.filter((key) => ['j', 'k', 'n', '/', '?'].includes(key))).toEqual([]);
  });

  it('are not assigned to impossible events', () => {
    const refused = {
      ...event('accept', false),
      refusals: [{ rule: 'a', message: 'b', citation: null, overridable: false }],
    };
    expect(shortcutsOf({ events: [refused] }).size).toBe(0);
  });

  it('are not assigned to events that are handled elsewhere on the page', () => {
    expect(shortcutsOf({ events: [event('comparison.accept')] }).size).toBe(0);
  });

  it('number the answers that only one category has', () => {
    expect([...shortcutsOf({ events: [event('promulgate'), event('decision.serve')] }).values()]).toEqual(['1', '2']);
  });
});
