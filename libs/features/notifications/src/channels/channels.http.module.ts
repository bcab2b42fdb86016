import { Module, type DynamicModule } from '@nestjs/common';
import { ChannelsController } from './channels.controller.ts';
import { ChannelsModule, type ChannelsOptions } from './channels.module.ts';

@Module({ controllers: [ChannelsController] })
export class ChannelsHttpModule {
  static forRoot(options: ChannelsOptions): DynamicModule {
    return { module: ChannelsHttpModule, imports: [ChannelsModule.forRoot(options)] };
  }
}
