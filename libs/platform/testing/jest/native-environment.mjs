/** The test environment of the native runtime: the process as it is, without a `vm` context. */
const { console: processConsole } = globalThis;
const { exit } = process;

export default class NativeEnvironment {
  global = globalThis;

  getVmContext() {
    return null;
  }

  async setup() {}

  /** Jest has put its own in their place, which belong to the spec file that ends here. */
  async teardown() {
    globalThis.console = processConsole;
    process.exit = exit;
  }
}
