/** What a day of the official table is. */
export const kindLabels = { off: '放假', work: '上班' } as const;
