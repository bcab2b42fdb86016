/** Content-addressed storage: one port, and the stores that implement it. */
export {
  CONTENT_STORE,
  ContentStoreError,
  type ContentStore,
  type IncomingContent,
  type KeptContent,
} from './content-store.ts';
export { ContentStoreModule } from './content-store.module.ts';
export { FolderContentStore } from './folder-content-store.ts';
export { openContentStore, type ContentSettings } from './open-content-store.ts';
