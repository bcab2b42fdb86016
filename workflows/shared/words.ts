/** Building blocks of payloads and fields: bounded text, civil dates, named choices; every message in Chinese. */
import { isStorable } from '@lawgate/contracts';
import { z } from 'zod';

export type Labels<K extends string = string> = Readonly<Record<K, string>>;

/** Trimmed text of 1 to `most` characters (UTF-16 units) that a database can hold and give back unchanged. */
export function text(label: string, most: number) {
  return z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(most, { error: `${label}不能超过${most}字` })
    .refine(isStorable, { error: `${label}含有无法保存的字符` })
    .meta({ title: label });
}

/** A civil date that exists, written 2024-02-08. */
export function day(label: string) {
  return z.iso.date({ error: `${label}应写作 2024-02-08 的形式，且须是存在的日期` }).meta({ title: label });
}

/** Id of a person, as the town's directory knows it. */
export const person = z
  .string({ error: '请选择人员' })
  .min(1, { error: '请选择人员' })
  .max(64, { error: '人员编号不能超过64字' })
  .refine(isStorable, { error: '人员编号含有无法保存的字符' });

/** One of several named choices. The labels travel with the schema as `x-labels`, so that a form can show them. */
export function choice<K extends string>(label: string, labels: Labels<K>) {
  const keys = Object.keys(labels) as [K, ...K[]];
  const options = keys.map((key) => `${key}（${labels[key]}）`).join('、');
  return z.enum(keys, { error: `${label}只能是：${options}` }).meta({ title: label, 'x-labels': labels });
}

/** A statement that has to be made: only true is a valid answer. */
export function statement(label: string, words: string) {
  return z.literal(true, { error: words }).meta({ title: label });
}

/** 送审单位: the office or village that hands the matter in; the person who does it is the case's drafter. */
export const submittingUnit = text('送审单位', 100).optional();
