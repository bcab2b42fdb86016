import { Module, type DynamicModule } from '@nestjs/common';
import { CHANNEL_SETTINGS, ChannelJob, type ChannelSettings } from './channels/channel.job.ts';

/** Jobs of the worker for notifications, besides delivering them to the inbox. */
@Module({})
export class NotificationsJobsModule {
  /** @param options.channels settings of mail and robots; without them notifications stay in the inbox */
  static forRoot({ channels }: { channels?: ChannelSettings | undefined }): DynamicModule {
    const sending = [{ provide: CHANNEL_SETTINGS, useValue: channels }, ChannelJob];
    return { module: NotificationsJobsModule, providers: channels === undefined ? [] : sending };
  }
}
