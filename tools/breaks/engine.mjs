export const engine = [];
