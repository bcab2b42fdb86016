/** Types that api, worker and web share. */
export * from './case-list.ts';
export * from './case.ts';
export * from './name-schemas.ts';
export * from './principal.ts';
export * from './problem.ts';
export * from './storable.ts';
export * from './text.ts';
