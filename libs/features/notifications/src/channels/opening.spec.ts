import { officialCalendar } from '@lawgate/calendar';
import { describe, expect, it } from '@jest/globals';
import { lastOpening } from './opening.ts';

const opening = (now: string): string => lastOpening(officialCalendar(), new Date(now), '08:30').toISOString();

describe('the opening for the daily mail', () => {
  it('is today’s once the office is open, and before that the last working day’s', () => {
    expect(opening('2024-02-08T00:30:00Z')).toBe('2024-02-08T00:30:00.000Z');
    expect(opening('2024-02-08T00:29:59Z')).toBe('2024-02-07T00:30:00.000Z');
  });

  it('does not exist in the Spring Festival, and exists on the make-up Sunday', () => {
    expect(opening('2024-02-17T10:00:00Z')).toBe('2024-02-09T00:30:00.000Z');
    expect(opening('2024-02-18T00:30:00Z')).toBe('2024-02-18T00:30:00.000Z');
  });
});
