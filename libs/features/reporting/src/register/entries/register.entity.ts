import { defineEntity } from '@lawgate/database';
import { p } from '@mikro-orm/postgresql';
import type { adoptions, PutView } from './entry-views.ts';

/** One case in the register; written by the commit. */
export const RegisterEntryEntity = defineEntity({
  name: 'RegisterEntry',
  tableName: 'register_entry',
  properties: {
    caseId: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    category: p.text(),
    title: p.text(),
    unit: p.text().nullable(),
    receivedOn: p.date(),
    acceptedOn: p.date().nullable(),
    concludedOn: p.date().nullable(),
    filedOn: p.date().nullable(),
    outcome: p.enum(['concluded', 'returned', 'declined', 'withdrawn'] as const).nullable(),
    endedOn: p.date().nullable(),
    conclusion: p.text().nullable(),
    number: p.text().nullable(),
    reviewers: p.array(),
    advisers: p.array(),
    reason: p.text().nullable(),
    adoption: p.text().$type<(typeof adoptions)[number]>().nullable(),
    overdue: p.boolean(),
    urgent: p.boolean(),
    days: p.integer().nullable(),
    search: p.text(),
    version: p.integer(),
    recorded: p.boolean().default(false),
    undated: p.array().defaultRaw("'{}'"),
  },
});

/** A saved view of the register. */
export const RegisterViewEntity = defineEntity({
  name: 'RegisterView',
  tableName: 'register_view',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    owner: p.uuid(),
    ownerName: p.text(),
    name: p.text(),
    shared: p.boolean(),
    columns: p.array().$type<PutView['columns']>(),
    filters: p.json<PutView['filters']>(),
    sort: p.text().$type<PutView['sort']>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
  uniques: [{ name: 'register_view_name', properties: ['orgId', 'owner', 'name'] }],
});
