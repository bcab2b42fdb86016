/** The index of audio and video records as shown to people. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

const text = (label: string, maxLength: number) =>
  z.string().trim().min(1, `请填写${label}`).max(maxLength, `${label}不能超过${maxLength}字`);
const instant = z.iso.datetime({ offset: true });

export const MakeRecording = z
  .strictObject({
    stage: text('环节', 64),
    /** 设备编号. */
    device: text('设备编号', 64),
    /** 执法人员. */
    officer: text('执法人员', 100),
    startedAt: instant,
    endedAt: instant,
    fileName: text('文件名', 200),
    /** Hash of the file in hexadecimal: the file may be in another evidence system and not here. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, '文件哈希应为64位小写十六进制的 SHA-256'),
    /** The document, where the file was uploaded. */
    documentId: z.uuid().optional(),
    /** 证明内容. */
    shows: text('证明内容', 1000),
  })
  .refine(({ startedAt, endedAt }) => Date.parse(startedAt) < Date.parse(endedAt), {
    error: '结束时间应晚于开始时间',
    path: ['endedAt'],
  });
export type MakeRecording = z.infer<typeof MakeRecording>;

export const VoidRecording = z.strictObject({ reason: text('作废的理由', 500) });
export type VoidRecording = z.infer<typeof VoidRecording>;

export const RecordingView = z.object({
  id: z.string(),
  stage: z.string(),
  stageLabel: z.string(),
  device: z.string(),
  officer: z.string(),
  startedAt: z.string(),
  endedAt: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  documentId: z.string().nullable(),
  shows: z.string(),
  enteredBy: PersonRef,
  enteredAt: z.string(),
  voided: z.object({ by: PersonRef, at: z.string(), reason: z.string() }).nullable(),
});
export type RecordingView = z.infer<typeof RecordingView>;

export const RecordingIndex = z.object({
  /** In the order of their start. */
  items: z.array(RecordingView),
  next: z.string().nullable(),
  /** Stages that this category records; empty where it records none. */
  stages: z.array(z.object({ stage: z.string(), label: z.string() })),
  gaps: z.array(z.object({ stage: z.string(), label: z.string(), message: z.string(), citation: z.string() })),
});
export type RecordingIndex = z.infer<typeof RecordingIndex>;

nameSchemas(import.meta.url, { MakeRecording, VoidRecording, Recording: RecordingView, RecordingIndex });
