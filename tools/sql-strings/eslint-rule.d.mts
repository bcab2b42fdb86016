import type { Rule } from 'eslint';
export const noSqlStrings: Rule.RuleModule;
export function isStatement(text: string): boolean;
export function isCall(text: string): boolean;
