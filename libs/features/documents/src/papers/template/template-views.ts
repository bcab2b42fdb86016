/** The public shapes of a town's templates. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

export const TemplateKindView = z.object({
  kind: z.string(),
  label: z.string(),
  /** The version in force; 0 is the built-in one. */
  inForce: z.number(),
  /** Placeholder names that a template of this kind may use between `{{` and `}}`. */
  placeholders: z.array(z.string()),
  versions: z.array(
    z.object({
      version: z.number(),
      fileName: z.string(),
      size: z.number(),
      sha256: z.string(),
      placeholders: z.array(z.string()),
      uploadedBy: PersonRef,
      uploadedAt: z.string(),
    }),
  ),
  choices: z.array(z.object({ version: z.number(), reason: z.string(), chosenBy: PersonRef, chosenAt: z.string() })),
});
export type TemplateKindView = z.infer<typeof TemplateKindView>;

export const TemplateList = z.object({ items: z.array(TemplateKindView), next: z.string().nullable() });
export type TemplateList = z.infer<typeof TemplateList>;

export const ChooseTemplateRequest = z.strictObject({
  /** 0 returns to the built-in one. */
  version: z.number().int().min(0),
  reason: z.string().trim().min(1, '请填写启用或者退回的理由').max(500, '理由不超过500字'),
});
export type ChooseTemplateRequest = z.infer<typeof ChooseTemplateRequest>;

nameSchemas(import.meta.url, {
  PaperTemplate: TemplateKindView,
  PaperTemplateList: TemplateList,
  ChooseTemplateRequest,
});

export const TemplatePreviewQuery = z.object({
  /** Version; by default the one in force. */
  version: z.coerce.number().int().min(0).optional(),
  format: z.enum(['docx', 'pdf']).default('docx'),
});

export const TemplateContentQuery = z.object({
  /** 0 is the built-in one. */
  version: z.coerce.number().int().min(0).default(0),
});
