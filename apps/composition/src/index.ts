/** What api, worker and the all-in-one server have in common: the one sequence that opens a process. */
export { openLawgate, openSide, type Lawgate, type OpeningOptions, type SideOptions } from './open-lawgate.ts';
