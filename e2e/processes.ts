/** The built api and worker as separate processes, as in a town with several machines. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { built, spawnBuiltApp, spentOn } from '@lawgate/testing';

export class Process {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: readonly string[],
  ) {}

  /** Resolves when the process reports that it is ready. @throws Error with its output when it ends before that */
  static start(app: 'api' | 'worker', env: Readonly<Record<string, string>>): Promise<Process> {
    return spentOn('server', () => Process.#start(app, env));
  }

  static async #start(app: 'api' | 'worker', env: Readonly<Record<string, string>>): Promise<Process> {
    await built();
    const child = spawnBuiltApp(app, env);
    const output: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const onOutput = (chunk: Buffer): void => {
        output.push(chunk.toString());
        if (output.join('').includes('(ready)')) resolve();
      };
      child.stdout.on('data', onOutput);
      child.stderr.on('data', onOutput);
      child.once('exit', (code, signal) => {
        reject(new Error(`${app} ended with ${code ?? signal}: ${output.join('')}`));
      });
    });
    return new Process(child, output);
  }

  get log(): string {
    return this.output.join('');
  }

  get exited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Resolves when it has ended, for whatever reason. */
  async ended(): Promise<void> {
    if (!this.exited) await once(this.child, 'exit');
  }

  /** Stops it like a service manager. */
  async stop(): Promise<void> {
    this.resume();
    this.child.kill('SIGTERM');
    await this.ended();
  }

  /** Suspends it until `resume`; much cheaper than a stop and a new start. */
  suspend(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** Kills it, like a power failure. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }
}
