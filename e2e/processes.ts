/** The built api and worker as processes of their own, as a town with several machines runs them. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { built, spawnBuiltApp, spentOn } from '@lawgate/testing';

export class Process {
  private constructor(
    private readonly child: ChildProcess,
    private readonly output: readonly string[],
  ) {}

  /** Resolves when it says that it is ready. @throws Error with its output when it ends before that */
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

  /** As a service manager does. */
  async stop(): Promise<void> {
    this.resume();
    this.child.kill('SIGTERM');
    await this.ended();
  }

  /** Does nothing at all until `resume`; much cheaper than an end and a new start. */
  suspend(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }
}
