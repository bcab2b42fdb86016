/** Finds the handlers of jobs among the providers of an application. */
import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { JOB_KIND, type JobHandler, type JobKind } from '../background/job-kind.ts';
import { JobRegistry } from '../background/job-registry.ts';

@Injectable()
export class JobExplorer {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @throws Error when two handlers have one kind, or a provider is not a handler */
  registry(): JobRegistry {
    return new JobRegistry(
      this.discovery.getProviders().flatMap(({ instance, metatype, inject }) => {
        const type = metatype === null || inject !== undefined ? instance?.constructor : metatype;
        const kind = typeof type === 'function' ? this.reflector.get<JobKind | undefined>(JOB_KIND, type) : undefined;
        if (kind === undefined) return [];
        const handler = instance as JobHandler;
        if (typeof handler.run !== 'function') throw new Error(`the handler of ${kind.kind} has no method run`);
        return [{ kind, handler }];
      }),
    );
  }
}
