import { AuditModule } from '@lawgate/audit';
import { ArchiveModule } from '@lawgate/archive';
import { CasesModule } from '@lawgate/cases';
import { CatalogueModule } from '@lawgate/catalogue';
import { ChannelsModule } from '@lawgate/channels';
import { ContentStoreModule, type ContentStore } from '@lawgate/content-store';
import { DocumentsModule } from '@lawgate/documents';
import { IdentityModule } from '@lawgate/identity';
import { IndicatorsModule } from '@lawgate/indicators';
import { PapersModule } from '@lawgate/papers';
import { ProofPackModule } from '@lawgate/proof-pack';
import { RegisterModule } from '@lawgate/register';
import { RemindersModule } from '@lawgate/reminders';
import { ReportsModule } from '@lawgate/reports';
import { RuntimeModule, SimulatedClock, type RuntimeParts } from '@lawgate/runtime';
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
