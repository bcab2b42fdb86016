import { expect, it } from '@jest/globals';
import { outboxBatch } from './dispatcher.ts';
import { sqlText } from './sql-text.ts';

it('does not stop after its first batch because the statement reads fewer rows than the code expects', () => {
  expect(sqlText('outbox-waiting').trim()).toMatch(new RegExp(` limit ${outboxBatch}$`));
});
