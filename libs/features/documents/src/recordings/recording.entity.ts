import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';

/** An entry of the index of audio and video records. Append-only. */
export const RecordingEntity = defineEntity({
  name: 'Recording',
  tableName: 'recording',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    stage: p.text(),
    device: p.text(),
    officer: p.text(),
    startedAt: p.datetime(),
    endedAt: p.datetime(),
    fileName: p.text(),
    sha256: p.text(),
    documentId: p.uuid().nullable(),
    shows: p.text(),
    enteredBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('entered_by'),
    enteredByName: p.text(),
    enteredAt: p.datetime(),
    requestKey: p.text().nullable(),
    requestHash: p.text().nullable(),
  },
  uniques: [
    { name: 'recording_case_id_entered_by_request_key_key', properties: ['caseId', 'enteredBy', 'requestKey'] },
    { name: 'recording_id_case_id_org_path_key', properties: ['id', 'caseId', 'orgPath'] },
  ],
});

/** The voiding of such an entry, with its reason. Append-only. */
export const RecordingVoidEntity = defineEntity({
  name: 'RecordingVoid',
  tableName: 'recording_void',
  properties: {
    recordingId: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    reason: p.text(),
    voidedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('voided_by'),
    voidedByName: p.text(),
    voidedAt: p.datetime(),
  },
});
