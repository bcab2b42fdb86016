/** Measures of GB/T 9704-2012 (党政机关公文格式) in the units of OOXML: twips (1/20 pt) and half points. */

const twipsPerMm = 1440 / 25.4;

export function twips(mm: number): number {
  return Math.round(mm * twipsPerMm);
}

/** A4 with the margins that leave a type area of 156 × 225 mm. */
export const page = {
  width: 11906,
  height: 16838,
  top: twips(37),
  left: twips(28),
  right: twips(26),
  bottom: twips(35),
} as const;

/** Twips. */
export const typeWidth = page.width - page.left - page.right;

export const linesAPage = 22;
export const charactersALine = 28;
/** Characters of 22 pt that fit into 156 mm. */
export const titleCharactersALine = 20;

/** Twips; 28.95 pt. With 28.99 rounded up, 22 lines would be higher than the type area and the last would not fit. */
export const linePitch = Math.floor((page.height - page.top - page.bottom) / linesAPage);

/** Points. */
export const bodySize = 16;
/**
 * Twips added to each body character, so that 28 characters of 16 pt fit; full lines are then justified to the pitch of
 * 15.79 pt. The grid of the section is not used: if it is narrower than its characters, some word processors squeeze
 * them and others spread them over one and a half cells.
 */
export const characterSpace = -5;
/** Points. */
export const characterPitch = 15.79;

/** Width of this many characters of the grid, in twips. */
export function characters(count: number): number {
  return Math.round(count * characterPitch * 20);
}

/** Half points. */
export const sizes = { body: 32, title: 44, head: 72, table: 28, smallTable: 21, pageNumber: 28, imprint: 28 } as const;

/** Distance of the dash (一字线) of the page number below the type area, in mm. */
export const pageNumberBelow = 7;

/** Eighths of a point: 0.35 mm and 0.25 mm. */
export const thickRule = 8;
export const thinRule = 6;

/**
 * Fonts by name, never shipped. The first is the one that the standard requires; a program without it uses the
 * alternatives in the file's font table.
 */
export const fonts = {
  title: ['方正小标宋简体', '方正小标宋_GBK', '小标宋', '华文中宋', 'SimSun', 'Noto Serif CJK SC'],
  body: ['仿宋_GB2312', '仿宋', 'FangSong', '华文仿宋', 'Noto Serif CJK SC'],
  black: ['黑体', 'SimHei', '微软雅黑', 'Noto Sans CJK SC'],
  kai: ['楷体_GB2312', '楷体', 'KaiTi', '华文楷体', 'Noto Serif CJK SC'],
  song: ['宋体', 'SimSun', 'Noto Serif CJK SC'],
} as const;
export type FontRole = keyof typeof fonts;
