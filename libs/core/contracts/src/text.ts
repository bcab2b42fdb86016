/** Schemas of ids and dates in text form. */
import { z } from 'zod';

export const CaseId = z.uuid();
export const CivilDateText = z.iso.date('日期应写作 2024-02-08 的形式，且须是存在的日期');
