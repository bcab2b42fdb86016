import { CaseRuntime } from '@lawgate/cases';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CopiesController } from './copies.controller.ts';
import { CopiesService } from './copies.service.ts';
import { EventsController } from './events.controller.ts';
import { InboxService } from './inbox.service.ts';
import { LiveListener } from './live-listener.ts';
import { LiveUpdates } from './live-updates.ts';
import { NotificationsController } from './notifications.controller.ts';
import { UrgesController } from './urges.controller.ts';
import { UrgesService } from './urges.service.ts';

@Module({
  controllers: [NotificationsController, EventsController, UrgesController, CopiesController],
  providers: [InboxService, LiveUpdates, LiveListener, UrgesService, CopiesService],
  exports: [LiveUpdates],
})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly live: LiveUpdates,
  ) {}

  /** Commits of this process go to its own pages at once; those of others come with their deliveries. */
  onModuleInit(): void {
    this.runtime.onCommitted = this.live.publisherAfter(this.runtime.onCommitted);
  }
}
