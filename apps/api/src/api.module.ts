import { AuditHttpModule, BackgroundHttpModule, CatalogueHttpModule, IdentityHttpModule } from '@lawgate/admin';
import { ArchiveHttpModule, ProofPackHttpModule } from '@lawgate/case-file';
import { CasesHttpModule, RuntimeModule, type RuntimeParts } from '@lawgate/cases';
import { ChannelsHttpModule, RemindersHttpModule } from '@lawgate/notifications';
import { ContentStoreModule, type ContentStore } from '@lawgate/files';
import { DocumentsHttpModule, PapersHttpModule } from '@lawgate/documents';
import { IndicatorsHttpModule, RegisterHttpModule, ReportsHttpModule } from '@lawgate/reporting';
import { SimulatedClock } from '@lawgate/database';
import { SessionModule } from '@lawgate/http';
import { settingsModule, type ProcessLog, type Settings } from '@lawgate/process';
import { TerminusModule } from '@nestjs/terminus';
import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { HealthController } from './health/health.controller.ts';
import { QueueHealthIndicator } from './health/queue-health.indicator.ts';
import { logModule } from './log/log.module.ts';
import { QUEUE_PARTS, type QueueParts } from './queue/queue-parts.ts';
import { QueueController } from './queue/queue.controller.ts';
import { TestClockController } from './test-clock.controller.ts';

export interface ApiParts {
  readonly settings: Settings;
  readonly contentStore: ContentStore;
  readonly queue: QueueParts;
  readonly logger: ProcessLog;
}

/** The routes of every feature. */
export function featureModules({ webhookAllow, publicUrl }: Pick<Settings, 'webhookAllow' | 'publicUrl'>) {
  return [
    IdentityHttpModule,
    CasesHttpModule,
    CatalogueHttpModule,
    DocumentsHttpModule,
    RemindersHttpModule,
    ChannelsHttpModule.forRoot({ webhookAllow }),
    ReportsHttpModule.forRoot({ publicUrl }),
    RegisterHttpModule,
    IndicatorsHttpModule,
    AuditHttpModule,
    BackgroundHttpModule,
    PapersHttpModule,
    ArchiveHttpModule,
    ProofPackHttpModule,
  ] satisfies ModuleMetadata['imports'];
}

@Module({})
export class ApiModule {
  static forRoot(parts: RuntimeParts, { settings, contentStore, queue, logger }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        settingsModule(settings),
        // A failed check is answered by a problem; a log line for each probe would add nothing.
        TerminusModule.forRoot({ logger: false }),
        logModule(logger),
        SessionModule,
        RuntimeModule.forRoot(parts),
        ContentStoreModule.forRoot(contentStore),
        ...featureModules(settings),
      ],
      providers: [{ provide: QUEUE_PARTS, useValue: queue }, QueueHealthIndicator],
      controllers: [
        HealthController,
        QueueController,
        ...(parts.clock instanceof SimulatedClock ? [TestClockController] : []),
      ],
    };
  }
}
