import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity, type ReadProblem } from '@lawgate/database';
import type { ComparisonView } from './comparison-views.ts';

/** A comparison of two documents of a case; the worker adds the result. */
export const ComparisonEntity = defineEntity({
  name: 'Comparison',
  tableName: 'comparison',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    leftId: p.uuid(),
    rightId: p.uuid(),
    state: p.enum(['pending', 'done', 'failed'] as const).default('pending'),
    code: p.text().$type<ReadProblem>().nullable(),
    attempts: p.integer().default(0),
    basis: p.enum(['text', 'pages'] as const).nullable(),
    differences: p.integer().nullable(),
    hunks: p.json<ComparisonView['hunks']>().nullable(),
    notCompared: p.json<ComparisonView['notCompared']>().nullable(),
    reader: p.integer().default(0),
    leftPages: p.integer().nullable(),
    rightPages: p.integer().nullable(),
    askedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('asked_by'),
    askedAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'comparison_left_id_right_id_reader_key', properties: ['leftId', 'rightId', 'reader'] }],
});
