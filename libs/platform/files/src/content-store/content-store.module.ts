import { Module, type DynamicModule } from '@nestjs/common';
import { CONTENT_STORE, type ContentStore } from './content-store.ts';

/** Offers the process's one store to every package. Anyone who makes it has opened it. */
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
