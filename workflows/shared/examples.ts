/**
 * Valid payloads for the documentation and for the walk. People are placeholder ids and every day is `exampleDay`;
 * replace them before sending a payload to a server.
 */
import type { Labels } from './words.ts';

/** A Friday and a working day. */
export const exampleDay = '2024-03-15';

/** SHA-256 of every document of an example. */
export const exampleContent = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export const exampleAdvisers = { first: 'adviser-1', second: 'adviser-2', alsoDirector: 'adviser-director' } as const;

/** The findings of a conclusion with every question answered. */
export function exampleFindings(questions: Labels, conclusion: string, extra: Record<string, unknown> = {}) {
  return {
    conclusion,
    text: '经审查，提出以下意见。',
    points: Object.keys(questions).map((point) => ({ point, finding: 'ok' })),
    ...extra,
  };
}

export const exampleRebuttal = { rebuttal: '法律顾问所引条款已于2023年修订，现行规定允许设定本项内容。' } as const;
