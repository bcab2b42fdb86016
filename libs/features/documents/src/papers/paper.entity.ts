import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';

/** An access of a person to a paper. Append-only. */
export const PaperReadingEntity = defineEntity({
  name: 'PaperReading',
  tableName: 'paper_reading',
  properties: {
    id: p.uuid().primary(),
    orgPath: p.text(),
    caseId: p.uuid(),
    paperId: p.uuid(),
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id'),
    personName: p.text(),
    format: p.enum(['docx', 'pdf'] as const),
    readAt: p.datetime(),
  },
});

/** One version of a town's template of a paper. Append-only. */
export const PaperTemplateEntity = defineEntity({
  name: 'PaperTemplate',
  tableName: 'paper_template',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text().primary(),
    kind: p.text().primary(),
    version: p.integer().primary(),
    fileName: p.text(),
    size: p.bigint('number'),
    sha256: p.text(),
    sm3: p.text(),
    placeholders: p.json<string[]>(),
    uploadedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('uploaded_by'),
    uploadedByName: p.text(),
    uploadedAt: p.datetime(),
  },
});

/** The choice of the template version that is in force from a time on. Append-only. */
export const PaperTemplateChoiceEntity = defineEntity({
  name: 'PaperTemplateChoice',
  tableName: 'paper_template_choice',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    kind: p.text(),
    version: p.integer(),
    reason: p.text(),
    chosenBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('chosen_by'),
    chosenByName: p.text(),
    chosenAt: p.datetime(),
  },
});
