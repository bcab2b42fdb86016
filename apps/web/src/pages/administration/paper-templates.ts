import type { PaperTemplate } from '@lawgate/client';

/** One kind of paper with the templates that the town has for it. */
export type PaperTemplates = PaperTemplate;

export const templatesKey = ['templates'] as const;

export function versionName(version: number): string {
  return version === 0 ? '系统自带' : `第 ${version} 版`;
}
