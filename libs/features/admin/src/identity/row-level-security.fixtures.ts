/** Two towns of one county, each with one row in every table that contains data of a town. */
import { newId } from '@lawgate/database';
import type { Principal } from '@lawgate/contracts';
import type pg from 'pg';
import { IdentityWriter, type Organisation } from '@lawgate/cases';

export interface Town {
  readonly organisation: Organisation;
  readonly clerk: Principal;
  readonly adviser: Principal;
  readonly administrators: readonly Principal[];
  /** A case with a row in every table; the adviser is assigned to it. */
  readonly caseId: string;
  /** A case that nobody is assigned to. */
  readonly otherCaseId: string;
}

const at = new Date('2026-03-02T01:00:00Z');
const hash = '0'.repeat(64);
/** Far from the ids that the table itself assigns. */
let rulesets = 1_000_000;

/** Figures of the annual report that a case counts in or does not. */
const annualFlags = [
  ...[
    'received',
    'accepted',
    'concluded',
    'returned',
    'declined',
    'withdrawn',
    'supplements',
    'filed',
    'filed_on_time',
  ],
  ...['overdue', 'urgent', 'adviser_participation', 'carried_in', 'carried_out'],
];

export async function makeTown(ownerPool: pg.Pool, code: string): Promise<Town> {
  const writer = new IdentityWriter(ownerPool);
  const organisation = await writer.createOrganisation({ code, name: code, kind: 'town', parent: 'county' });
  const person = (username: string, role: Principal['roles'][number]) =>
    writer.createPerson({
      org: code,
      username: `${code}-${username}`,
      name: username,
      passwordHash: '-',
      roles: [role as 'submitter'],
    });
  const clerk = await person('clerk', 'submitter');
  const adviser = await person('adviser', 'adviser');
  const administrators = [
    await person('admin', 'administrator'),
    await person('security', 'security-administrator'),
    await person('auditor', 'auditor'),
  ];
  const [caseId, otherCaseId] = [newId(), newId()];
  const town = { organisation, clerk, adviser, administrators, caseId, otherCaseId };
  for (const [table, rows] of Object.entries(rowsOf(town))) {
    for (const row of rows) await insert(ownerPool, table, row);
  }
  return town;
}

/** Inserts one row and names its columns from the object. */
export function insert(connection: pg.Pool | pg.PoolClient, table: string, row: Record<string, unknown>) {
  const columns = Object.keys(row);
  return connection.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** A row for every table of towns. A new table must be added here: the proof compares the list with the tables. */
export function rowsOf(town: Omit<Town, 'administrators'>): Record<string, Record<string, unknown>[]> {
  const { organisation, clerk, adviser, caseId, otherCaseId } = town;
  const org = { org_id: organisation.id, org_path: organisation.path };
  const task = newId();
  const ofCase = { case_id: caseId, org_path: organisation.path };
  const noticeId = newId();
  const ruleSet = (rulesets += 1);
  const importId = newId();
  const entryId = newId();
  const freezeId = newId();
  const paperId = newId();
  const packId = newId();
  const migrationId = newId();
  const handOverId = newId();
  const documentId = newId();
  const recordingId = newId();
  const visit = { subject: newId(), visit: 1, kind: 'reminder', stage: 'T' };
  const aCase = {
    ...org,
    category: 'contract',
    title: `${organisation.code}的案件`,
    definition_version: 1,
    ruleset_version: 1,
    state: 'draft',
    stage: '草拟',
    status: 'active',
    version: 1,
    stored: '{}',
    last_hash: hash,
    created_by: clerk.id,
    created_at: at,
    updated_at: at,
  };
  return {
    session: [{ token_hash: Buffer.from(newId()), person_id: clerk.id, created_at: at, expires_at: at }],
    review_case: [
      { id: caseId, ...aCase },
      { id: otherCaseId, ...aCase },
    ],
    case_access: [{ ...ofCase, person_id: adviser.id, granted_at: at }],
    history: [{ ...ofCase, seq: 1, at, type: 'create', actor_id: clerk.id, body: '{}', prev_hash: hash, hash }],
    task: [
      { id: task, ...ofCase, key: 'k', visit: 1, seat: 's', role: 'adviser', label: '审', opened_at: at, turn: 1 },
    ],
    clock: [{ ...ofCase, key: 'review', run: 1, status: 'running', provisional: false, state: '{}' }],
    timer: [{ id: newId(), ...ofCase, ...visit, fire_at: at }],
    job: [{ id: newId(), ...org, kind: 'register.import', key: importId }],
    outbox: [{ id: newId(), ...ofCase, kind: 'notice', payload: '{}', created_at: at }],
    fact: [
      {
        id: newId(),
        ...ofCase,
        ...org,
        category: 'contract',
        kind: 'concluded',
        on_date: at,
        year: 2026,
        detail: '{}',
      },
    ],
    opinion: [
      {
        id: newId(),
        ...ofCase,
        act: 'adviser',
        round: 1,
        by_person: adviser.id,
        by_name: adviser.name,
        conclusion: 'legal',
        text: '合法',
        points: '[]',
        at,
        hash,
      },
    ],
    number_series: [{ ...org, code: '合审', year: 2026, last: 1 }],
    document_number: [
      {
        ...ofCase,
        ...org,
        code: '合审',
        year: 2026,
        number: 1,
        text: '合审〔2026〕1号',
        purpose: 'opinion',
        taken_at: at,
      },
    ],
    document: [
      {
        id: documentId,
        ...ofCase,
        kind: 'draft',
        name: '合同.png',
        version: 1,
        size: 1,
        // A type for which no text row is created automatically.
        media_type: 'image/png',
        sha256: hash,
        sm3: hash,
        uploaded_by: clerk.id,
        uploaded_at: at,
      },
    ],
    document_text: [{ document_id: documentId, ...ofCase, state: 'done', text: '甲方', queued_at: at }],
    document_access: [
      {
        id: newId(),
        ...ofCase,
        document_id: documentId,
        person_id: clerk.id,
        person_name: clerk.name,
        what: 'read',
        at,
      },
    ],
    comparison: [
      { id: newId(), ...ofCase, left_id: documentId, right_id: documentId, asked_by: clerk.id, asked_at: at },
    ],
    recording: [
      {
        id: recordingId,
        ...ofCase,
        stage: 'notice',
        device: 'DSJ-01',
        officer: '张某',
        started_at: at,
        ended_at: new Date(at.getTime() + 60_000),
        file_name: '告知.mp4',
        sha256: hash,
        shows: '送达告知书',
        entered_by: clerk.id,
        entered_by_name: clerk.name,
        entered_at: at,
      },
    ],
    recording_void: [
      {
        recording_id: recordingId,
        ...ofCase,
        reason: '重复',
        voided_by: clerk.id,
        voided_by_name: clerk.name,
        voided_at: at,
      },
    ],
    idempotency: [{ person_id: clerk.id, key: 'k', request_hash: hash, status: 200, response: '{}', created_at: at }],
    notification: [
      { id: noticeId, person_id: clerk.id, ...ofCase, kind: 'notice', text: '催办', created_at: at, source: newId() },
    ],
    channel_setting: [{ ...org }],
    channel_preference: [{ person_id: clerk.id, kind: '*', channel: 'mail', mode: 'off' }],
    channel_delivery: [
      {
        id: newId(),
        ...org,
        notification_id: noticeId,
        person_id: clerk.id,
        channel: 'mail',
        digest: false,
        created_at: at,
      },
    ],
    channel_target: [
      { target: `webhook:${org.org_id}`, ...org, channel: 'webhook', failures: 1, since: at, last_error: 'x' },
    ],
    reminder: [{ id: newId(), ...ofCase, ...visit, fired_at: at }],
    stand_in: [
      {
        id: newId(),
        ...org,
        person_id: clerk.id,
        stand_in_id: adviser.id,
        from_on: '2026-03-02',
        to_on: '2026-03-09',
        entered_by: clerk.id,
        entered_at: at,
      },
    ],
    ruleset: [
      {
        version: ruleSet,
        ...org,
        effective_from: '2026-03-02',
        document_number: '1号',
        base_version: 1,
        entered_by: clerk.id,
        entered_by_name: clerk.name,
        entered_at: at,
      },
    ],
    ruleset_parameter: [
      { version: ruleSet, org_path: organisation.path, category: 'contract', key: 'filing.limit', value: 6 },
    ],
    urge: [{ id: newId(), ...ofCase, task_id: task, seq: 1, by_person: clerk.id, at }],
    register_import: [
      {
        id: importId,
        ...org,
        file_name: '台账.csv',
        size: 1,
        file_hash: hash,
        file_sm3: hash,
        format: 'csv',
        encoding: 'utf-8',
        headings: '[]',
        mapping: '{}',
        remembered: false,
        state: 'draft',
        created_by: clerk.id,
        created_at: at,
      },
    ],
    register_import_line: [{ import_id: importId, line: 1, ...org, cells: '[]', state: 'add' }],
    paper: [
      {
        id: paperId,
        ...org,
        ...ofCase,
        kind: `paper-${paperId}`,
        title: '受理通知书',
        round: 1,
        cause_seq: 1,
        template_key: 'acceptance',
        template_version: 0,
        media_type: 'application/pdf',
        size: 1,
        sha256: hash,
        sm3: hash,
        made_at: at,
      },
    ],
    paper_reading: [
      {
        id: newId(),
        ...ofCase,
        paper_id: paperId,
        person_id: clerk.id,
        person_name: clerk.name,
        format: 'docx',
        read_at: at,
      },
    ],
    paper_template: [
      {
        ...org,
        kind: `paper-${paperId}`,
        version: 1,
        file_name: '模板.docx',
        size: 1,
        sha256: hash,
        sm3: hash,
        placeholders: '[]',
        uploaded_by: clerk.id,
        uploaded_by_name: clerk.name,
        uploaded_at: at,
      },
    ],
    paper_template_choice: [
      {
        id: newId(),
        ...org,
        kind: 'acceptance',
        version: 0,
        reason: '更正',
        chosen_by: clerk.id,
        chosen_by_name: clerk.name,
        chosen_at: at,
      },
    ],
    register_mapping: [{ ...org, headings_key: newId(), mapping: '{}', updated_at: at }],
    indicator_kind: [
      {
        ...org,
        key: `kind-${entryId}`,
        label: '宣传',
        unit: '场',
        mode: 'sum',
        section: 'other',
        synonyms: [],
        active: true,
        changed_by: clerk.id,
        changed_at: at,
      },
    ],
    indicator_entry: [
      {
        id: entryId,
        ...org,
        kind: 'training',
        on_date: '2026-03-02',
        number: 1,
        note: '',
        entered_by: clerk.id,
        entered_by_name: clerk.name,
        entered_at: at,
      },
    ],
    indicator_void: [
      {
        entry_id: entryId,
        org_path: organisation.path,
        reason: '重复',
        voided_by: clerk.id,
        voided_by_name: clerk.name,
        voided_at: at,
      },
    ],
    indicator_reminder: [{ ...org, kind: `kind-${entryId}`, year: 2026, quarter: 1, told_at: at }],
    annual_freeze: [
      {
        id: freezeId,
        ...org,
        year: 2026,
        revision: ruleSet,
        reason: '更正',
        frozen_by: clerk.id,
        frozen_by_name: clerk.name,
        frozen_at: at,
        digest: hash,
      },
    ],
    annual_case: [
      {
        freeze_id: freezeId,
        ...ofCase,
        category: 'contract',
        title: '合同',
        first_on: '2026-03-02',
        ...Object.fromEntries(annualFlags.map((flag) => [flag, false])),
      },
    ],
    audit_entry: [
      {
        id: newId(),
        ...org,
        seq: 1,
        at,
        actor_id: clerk.id,
        action: 'auth.login',
        outcome: 'done',
        body: '{}',
        prev_hash: hash,
        hash,
      },
    ],
    audit_chain: [{ ...org, seq: 1, last_hash: hash }],
    audit_verification: [{ id: newId(), ...org, requested_by: clerk.id, requested_at: at }],
    definition_migration: [
      {
        id: migrationId,
        ...org,
        key: 'contract',
        from_version: 1,
        to_version: 2,
        ordered_by: clerk.id,
        ordered_by_name: clerk.name,
        ordered_at: at,
      },
    ],
    definition_migration_case: [{ migration_id: migrationId, ...ofCase, stage: '草拟' }],
    indicator_attachment: [
      {
        id: newId(),
        entry_id: entryId,
        org_path: organisation.path,
        name: '签到表.pdf',
        size: 1,
        sha256: hash,
        sm3: hash,
        attached_by: clerk.id,
        attached_by_name: clerk.name,
        attached_at: at,
      },
    ],
    report_template: [
      {
        id: newId(),
        ...org,
        version: ruleSet,
        name: '模板.docx',
        size: 1,
        sha256: hash,
        content: Buffer.from('x'),
        uploaded_by: clerk.id,
        uploaded_by_name: clerk.name,
        uploaded_at: at,
      },
    ],
    register_entry: [
      {
        ...ofCase,
        ...org,
        category: 'contract',
        title: '合同',
        received_on: '2026-03-02',
        reviewers: [],
        advisers: [],
        overdue: false,
        urgent: false,
        search: '合同',
        version: 1,
      },
    ],
    register_view: [
      {
        id: newId(),
        ...org,
        owner: clerk.id,
        owner_name: clerk.name,
        name: `视图${ruleSet}`,
        shared: true,
        columns: ['title'],
        filters: '{}',
        sort: '-receivedOn',
        created_at: at,
        updated_at: at,
      },
    ],
    generated_row: [{ id: newId(), ...ofCase, source: 'opinion', content: '{}', taken_back_at: at }],
    refusal_met: [
      {
        id: newId(),
        ...ofCase,
        version: 1,
        event: newId(),
        rules: 'materials.complete',
        refusals: '[]',
        by_person: clerk.id,
        by_name: clerk.name,
        at,
      },
    ],
    proof_pack: [
      { id: packId, ...org, case_ids: [caseId], asked_by: clerk.id, asked_by_name: clerk.name, asked_at: at },
    ],
    proof_pack_download: [
      {
        id: newId(),
        pack_id: packId,
        org_path: organisation.path,
        person_id: clerk.id,
        person_name: clerk.name,
        at,
      },
    ],
    page_count: [
      {
        id: newId(),
        ...ofCase,
        item_id: newId(),
        pages: 3,
        entered_by: clerk.id,
        entered_by_name: clerk.name,
        entered_at: at,
      },
    ],
    archive_hand_over: [
      {
        id: handOverId,
        ...org,
        receiver: '县档案馆',
        cases: 1,
        handed_by: clerk.id,
        handed_by_name: clerk.name,
        handed_at: at,
      },
    ],
    archive_hand_over_case: [
      {
        hand_over_id: handOverId,
        line: 1,
        ...ofCase,
        category: 'contract',
        title: '合同',
        archived_on: '2026-03-02',
        items: 1,
        last_hash: hash,
      },
    ],
    case_copy: [
      { id: newId(), ...ofCase, person_id: adviser.id, by_person: clerk.id, version: 1, at, outbox_id: newId() },
    ],
  };
}
