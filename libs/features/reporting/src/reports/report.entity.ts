import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';

/** A year in which a worker ran: only these are frozen by themselves. */
export const YearLivedEntity = defineEntity({
  name: 'YearLived',
  tableName: 'year_lived',
  properties: {
    // A single number as primary key would be taken for one that the database counts.
    year: p.integer().primary().autoincrement(false),
    firstSeenAt: p.datetime(),
  },
});

/** One revision of a frozen year. Append-only. */
export const AnnualFreezeEntity = defineEntity({
  name: 'AnnualFreeze',
  tableName: 'annual_freeze',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    year: p.integer(),
    revision: p.integer(),
    reason: p.text().nullable(),
    frozenBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('frozen_by').nullable(),
    frozenByName: p.text(),
    frozenAt: p.datetime(),
    digest: p.text(),
  },
  uniques: [
    { name: 'annual_freeze_org_id_org_path_year_revision_key', properties: ['orgId', 'orgPath', 'year', 'revision'] },
    { name: 'annual_freeze_id_org_path_key', properties: ['id', 'orgPath'] },
  ],
});

/** One case in the book of a frozen year. Append-only. */
export const AnnualCaseEntity = defineEntity({
  name: 'AnnualCase',
  tableName: 'annual_case',
  properties: {
    freezeId: p.uuid().primary(),
    caseId: p.uuid().primary(),
    orgPath: p.text().primary(),
    category: p.text(),
    title: p.text(),
    firstOn: p.date(),
    receivedOn: p.date().nullable(),
    acceptedOn: p.date().nullable(),
    outcome: p.text().nullable(),
    outcomeOn: p.date().nullable(),
    received: p.boolean(),
    accepted: p.boolean(),
    concluded: p.boolean(),
    returned: p.boolean(),
    declined: p.boolean(),
    withdrawn: p.boolean(),
    supplements: p.boolean(),
    filed: p.boolean(),
    filedOnTime: p.boolean(),
    overdue: p.boolean(),
    urgent: p.boolean(),
    adviserParticipation: p.boolean(),
    carriedIn: p.boolean(),
    carriedOut: p.boolean(),
    conclusion: p.text().nullable(),
    adoption: p.text().nullable(),
    problems: p.integer().nullable(),
    days: p.integer().nullable(),
  },
});

/** One version of a town's template of the annual report. Append-only. */
export const ReportTemplateEntity = defineEntity({
  name: 'ReportTemplate',
  tableName: 'report_template',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    version: p.integer(),
    name: p.text(),
    size: p.integer(),
    sha256: p.text(),
    content: p.blob().$type<Buffer>(),
    restoredFrom: p.integer().nullable(),
    uploadedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('uploaded_by'),
    uploadedByName: p.text(),
    uploadedAt: p.datetime(),
  },
  uniques: [{ name: 'report_template_org_id_org_path_version_key', properties: ['orgId', 'orgPath', 'version'] }],
});
