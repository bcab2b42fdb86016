export const workflows = [];
