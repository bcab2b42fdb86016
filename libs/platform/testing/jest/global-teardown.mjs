import { closeBroker } from './broker.ts';

export default async function globalTeardown() {
  await closeBroker();
}
