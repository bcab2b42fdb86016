/** `@jest/globals` under the native runtime: modules stay loaded, so each call is passed to the running spec file. */
import { jestExpect } from '@jest/expect';

const currentGlobals = Symbol.for('lawgate.jest-globals');

function current(name) {
  const found = globalThis[currentGlobals]?.[name];
  if (found === undefined) throw new Error(`@jest/globals: "${name}" is only there while Jest runs a spec file`);
  return found;
}

const forwarded = (name) =>
  new Proxy(() => {}, {
    apply: (_target, _this, parameters) => current(name)(...parameters),
    get: (_target, property) => current(name)[property],
  });

export const expect = jestExpect;
export const describe = forwarded('describe');
export const it = forwarded('it');
export const test = forwarded('test');
export const beforeAll = forwarded('beforeAll');
export const afterAll = forwarded('afterAll');
export const beforeEach = forwarded('beforeEach');
export const afterEach = forwarded('afterEach');
