// Loaded by Jest without its transform; Node strips the types of what it imports.
import { openBroker } from './broker.ts';

export default async function globalSetup() {
  process.env.LAWGATE_TEST_BROKER ??= await openBroker();
}
