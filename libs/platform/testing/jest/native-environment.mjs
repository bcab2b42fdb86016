/** The test environment of the native runtime: the process itself, without a `vm` context. */
const { console: processConsole } = globalThis;
const { exit } = process;

export default class NativeEnvironment {
  global = globalThis;

  getVmContext() {
    return null;
  }

  async setup() {}

  /** Jest has replaced these by its own, which belong to the spec file that ends here. */
  async teardown() {
    globalThis.console = processConsole;
    process.exit = exit;
  }
}
