import { Module, type DynamicModule } from '@nestjs/common';
import { CONTENT_STORE, type ContentStore } from './content-store.ts';

/** Provides the one store of the process, which the caller has opened, to every package. */
@Module({})
export class ContentStoreModule {
  static forRoot(store: ContentStore): DynamicModule {
    return {
      module: ContentStoreModule,
      global: true,
      providers: [{ provide: CONTENT_STORE, useValue: store }],
      exports: [CONTENT_STORE],
    };
  }
}
