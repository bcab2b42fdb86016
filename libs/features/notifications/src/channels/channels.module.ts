import { Module, type DynamicModule } from '@nestjs/common';
import { ChannelsController } from './channels.controller.ts';
import { ChannelsService, WEBHOOK_ALLOW } from './channels.service.ts';

@Module({})
export class ChannelsModule {
  /** @param options.webhookAllow hosts that robots may have inside the network and without TLS */
  static forRoot(options: { webhookAllow: readonly string[] }): DynamicModule {
    return {
      module: ChannelsModule,
      controllers: [ChannelsController],
      providers: [ChannelsService, { provide: WEBHOOK_ALLOW, useValue: options.webhookAllow }],
    };
  }
}
