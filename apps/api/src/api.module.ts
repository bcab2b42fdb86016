import { AuditModule, BackgroundModule, CatalogueModule, IdentityModule } from '@lawgate/admin';
import { ArchiveModule, ProofPackModule } from '@lawgate/case-file';
import { CasesModule, RuntimeModule, type RuntimeParts } from '@lawgate/cases';
import { ChannelsModule, RemindersModule } from '@lawgate/notifications';
import { ContentStoreModule, type ContentStore } from '@lawgate/files';
import { DocumentsModule, PapersModule } from '@lawgate/documents';
import { IndicatorsModule, RegisterModule, ReportsModule } from '@lawgate/reporting';
import { SimulatedClock } from '@lawgate/database';
import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { QUEUE_PARTS, type QueueParts } from './queue/queue-parts.ts';
import { QueueController } from './queue/queue.controller.ts';
import { TestClockController } from './test-clock.controller.ts';

@Module({})
export class ApiModule {
  static forRoot(
    parts: RuntimeParts,
    options: {
      contentStore: ContentStore;
      webhookAllow?: readonly string[];
      publicUrl?: string | undefined;
      queue: QueueParts;
    },
  ): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        RuntimeModule.forRoot(parts),
        ContentStoreModule.forRoot(options.contentStore),
        IdentityModule,
        CasesModule,
        CatalogueModule,
        DocumentsModule,
        RemindersModule,
        ChannelsModule.forRoot({ webhookAllow: options.webhookAllow ?? [] }),
        ReportsModule.forRoot({ publicUrl: options.publicUrl }),
        RegisterModule,
        IndicatorsModule,
        AuditModule,
        BackgroundModule,
        PapersModule,
        ArchiveModule,
        ProofPackModule,
      ],
      providers: [{ provide: QUEUE_PARTS, useValue: options.queue }],
      controllers: [
        HealthController,
        QueueController,
        ...(parts.clock instanceof SimulatedClock ? [TestClockController] : []),
      ],
    };
  }
}
