import { describe, expect, it } from '@jest/globals';
import { declaredKey, lapsed } from './declared-clocks.ts';

describe('the key under which a clock is declared', () => {
  it('is its own key without the number of one of several instances', () => {
    expect(['payment.1', 'payment.12', 'plan.payment.2'].map(declaredKey)).toEqual([
      'payment',
      'payment',
      'plan.payment',
    ]);
  });

  it('is its own key where it does not end with an instance number', () => {
    for (const key of ['payment', 'plan.payment', 'plan.2.payment', 'payment2', 'payment.']) {
      expect(declaredKey(key)).toBe(key);
    }
  });
});

describe('a clock that ends by itself', () => {
  it('has a marker in the place of an event, under which rows are stored', () => {
    expect(lapsed).toBe('clock.lapsed');
  });
});
