/** Values that an administrator may enter for a parameter. */
import type { ParameterSpec } from './definition.ts';

/** Both ends are included. */
export interface ParameterBounds {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly integer: boolean;
}

/** Ten years in days: a longer limit is a typing mistake. */
const widest: ParameterBounds = { min: 0, max: 3650, integer: true };

/** The parameter's own bounds; whole numbers from 0 to 3650 where it declares none. */
export function boundsOf({ bounds }: Pick<ParameterSpec, 'bounds'>): ParameterBounds {
  return { ...widest, ...bounds };
}

export function isWithin({ min, max, integer }: ParameterBounds, value: number): boolean {
  return Number.isFinite(value) && value >= min && value <= max && (!integer || Number.isInteger(value));
}

/** 「1至60的整数」 */
export function boundsInWords({ min, max, integer }: ParameterBounds): string {
  return `${min}至${max}的${integer ? '整数' : '数'}`;
}
