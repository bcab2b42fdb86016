import { Module, type DynamicModule } from '@nestjs/common';
import { ChannelsService, WEBHOOK_ALLOW } from './channels.service.ts';

export interface ChannelsOptions {
  /** Hosts that webhooks may use inside the network and without TLS. */
  readonly webhookAllow: readonly string[];
}

@Module({ providers: [ChannelsService], exports: [ChannelsService] })
export class ChannelsModule {
  static forRoot({ webhookAllow }: ChannelsOptions): DynamicModule {
    return { module: ChannelsModule, providers: [{ provide: WEBHOOK_ALLOW, useValue: webhookAllow }] };
  }
}
