/** The broker as a separate process, for a run of several Jest processes; ends with the process that started it. */
import { closeBroker, openBroker } from './broker.ts';

process.send?.(await openBroker());
process.once('disconnect', () => void closeBroker().finally(() => process.exit()));
