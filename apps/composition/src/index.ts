/** Common to api, worker and the all-in-one server: the sequence that opens a process. */
export { openLawgate, openSide, type Lawgate, type OpeningOptions, type SideOptions } from './open-lawgate.ts';
