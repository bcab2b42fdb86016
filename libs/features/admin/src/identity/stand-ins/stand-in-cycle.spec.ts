import { describe, expect, it } from '@jest/globals';
import { closesCircle, type StandInRange } from './stand-in-cycle.ts';

const range = (person: string, standIn: string, from: string, to: string): StandInRange => ({
  person,
  standIn,
  from: `2024-03-${from}`,
  to: `2024-03-${to}`,
});

describe('a circle of stand-ins', () => {
  it('is two people who stand in for each other on a shared day', () => {
    expect(closesCircle([range('b', 'a', '05', '10')], range('a', 'b', '09', '12'))).toBe(true);
  });

  it('does not exist where one range begins on the day on which the other ends', () => {
    expect(closesCircle([range('b', 'a', '05', '10')], range('a', 'b', '10', '12'))).toBe(false);
  });

  it('is found through other people, on the days that all share', () => {
    const known = [range('b', 'c', '01', '20'), range('c', 'a', '08', '10')];
    expect(closesCircle(known, range('a', 'b', '09', '12'))).toBe(true);
    expect(closesCircle(known, range('a', 'b', '10', '12'))).toBe(false);
  });

  it('does not exist where several follow one another without returning', () => {
    expect(closesCircle([range('b', 'c', '01', '20'), range('c', 'd', '01', '20')], range('a', 'b', '01', '20'))).toBe(
      false,
    );
  });

  it('that exists already does not cause an endless loop', () => {
    const known = [range('b', 'c', '01', '20'), range('c', 'b', '01', '20')];
    expect(closesCircle(known, range('a', 'b', '01', '20'))).toBe(false);
  });
});
