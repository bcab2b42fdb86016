/** Rates and percentiles of concurrent work. */
export interface Measured {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

/** Runs each worker's jobs in sequence, all workers concurrently. Latencies in milliseconds. */
export async function measure(workers: readonly (readonly (() => Promise<unknown>)[])[]): Promise<Measured> {
  const latencies: number[] = [];
  const started = performance.now();
  await Promise.all(
    workers.map(async (jobs) => {
      for (const job of jobs) {
        const before = performance.now();
        await job();
        latencies.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { rate: latencies.length / seconds, p50: at(0.5), p99: at(0.99), count: latencies.length };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function line(label: string, measured: Measured): string {
  const { rate, p50, p99, count } = measured;
  return `${label.padEnd(34)} ${rate.toFixed(0).padStart(6)}/s   p50 ${p50.toFixed(2).padStart(7)} ms   p99 ${p99.toFixed(2).padStart(7)} ms   (${count})`;
}
