import { FolderContentStore } from './folder-content-store.ts';
import type { ContentStore } from './content-store.ts';

/** The store that the settings ask for, ready for use. Processes of one installation share it. */
export async function openContentStore({ folder }: { readonly folder: string }): Promise<ContentStore> {
  const store = new FolderContentStore(folder);
  await store.open();
  return store;
}
