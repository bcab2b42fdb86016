/**
 * Building blocks of payloads and fields: bounded text, civil dates, named choices; every message in Chinese.
 *
 * A form is drawn from the JSON Schema alone, so each block contains what a person must read: `title`, `description`,
 * and extensions for what JSON Schema cannot express: `x-labels` (names of an enum's members by member),
 * `x-person-role` (the text is the id of a person of that role; `any` for any member of staff), `x-case-category` (the
 * text is the id of a case of that category), `x-each` (the list has one item for each member of that property's enum).
 */
import { isStorable } from '@lawgate/contracts';
import type { Role } from '@lawgate/engine';
import { z } from 'zod';

export type Labels<K extends string = string> = Readonly<Record<K, string>>;

/** Trimmed text of 1 to `maxLength` characters (UTF-16 units) that a database can store and return unchanged. */
export function text(label: string, maxLength: number) {
  return z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(maxLength, { error: `${label}不能超过${maxLength}字` })
    .refine(isStorable, { error: `${label}含有无法保存的字符` })
    .meta({ title: label });
}

/** A civil date that exists, written 2024-02-08. */
export function day(label: string) {
  return z.iso.date({ error: `${label}应写作 2024-02-08 的形式，且须是存在的日期` }).meta({ title: label });
}

/**
 * Id of a person in the town's directory.
 *
 * @param role the role that a form offers; rules decide who may be named.
 */
export function person(label: string, role: Role | 'any' = 'any') {
  return z
    .string({ error: '请选择人员' })
    .min(1, { error: '请选择人员' })
    .max(64, { error: '人员编号不能超过64字' })
    .refine(isStorable, { error: '人员编号含有无法保存的字符' })
    .meta({ title: label, 'x-person-role': role });
}

/** Yes or no; the default is `answer`. */
export function yesOrNo(label: string, answer: boolean) {
  return z.boolean().default(answer).meta({ title: label });
}

/** One of several named choices. The schema contains the labels as `x-labels`, so that a form can show them. */
export function choice<K extends string>(label: string, labels: Labels<K>) {
  const keys = Object.keys(labels) as [K, ...K[]];
  const options = keys.map((key) => `${key}（${labels[key]}）`).join('、');
  return z.enum(keys, { error: `${label}只能是：${options}` }).meta({ title: label, 'x-labels': labels });
}

/** A statement that the user must confirm: only true is valid. `words` is the text of the statement. */
export function statement(label: string, words: string, asked: string) {
  return z.literal(true, { error: asked }).meta({ title: label, description: words });
}

/** 送审单位: the office or village that submits the matter; the person who does it is the case's drafter. */
export const submittingUnit = text('送审单位', 100).optional();
