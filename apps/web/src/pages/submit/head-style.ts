export const headStyle = { margin: 0, fontSize: 16, fontWeight: 600 } as const;
