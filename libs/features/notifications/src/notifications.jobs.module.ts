import { Module, type DynamicModule } from '@nestjs/common';
import { CHANNEL_SETTINGS, ChannelJob, type ChannelSettings } from './channels/channel.job.ts';

/** What the worker does for notifications, besides delivering them to the inbox. */
@Module({})
export class NotificationsJobsModule {
  /** @param options.channels mail and robots; without them everything stays in the inbox */
  static forRoot({ channels }: { channels?: ChannelSettings | undefined }): DynamicModule {
    const sending = [{ provide: CHANNEL_SETTINGS, useValue: channels }, ChannelJob];
    return { module: NotificationsJobsModule, providers: channels === undefined ? [] : sending };
  }
}
