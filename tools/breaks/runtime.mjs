export const runtime = [];
