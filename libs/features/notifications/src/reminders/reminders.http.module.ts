import { CaseRuntime } from '@lawgate/cases';
import { Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CopiesController } from './copies.controller.ts';
import { EventsController } from './events.controller.ts';
import { LiveListener } from './live-listener.ts';
import { LiveUpdates } from './live-updates.ts';
import { NotificationsController } from './notifications.controller.ts';
import { RemindersModule } from './reminders.module.ts';
import { UrgesController } from './urges.controller.ts';

/** Routes of inbox, urges and copies, and the live updates of open pages. */
@Module({
  imports: [RemindersModule],
  controllers: [NotificationsController, EventsController, UrgesController, CopiesController],
  providers: [LiveUpdates, LiveListener],
  exports: [LiveUpdates],
})
export class RemindersHttpModule implements OnModuleInit, OnModuleDestroy {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly live: LiveUpdates,
  ) {}

  /** Commits of this process are reported to its own pages at once; those of other processes with their deliveries. */
  onModuleInit(): void {
    this.runtime.events.on('committed', this.live.publishCommitted);
  }

  onModuleDestroy(): void {
    this.runtime.events.off('committed', this.live.publishCommitted);
  }
}
