import path from 'node:path';
import type { ContentStore } from './content-store.ts';
import { FolderContentStore } from './folder-content-store.ts';
import { bucketOf, S3ContentStore } from './s3-content-store.ts';

export interface ContentSettings {
  /** The store itself or, with a `url`, the folder for incomplete uploads on this machine. */
  readonly folder: string;
  /** `s3://…`; without it the folder is the store. */
  readonly url?: string | undefined;
}

/**
 * Opens the store of the settings. Processes of one installation share it.
 *
 * @throws ContentStoreError `content.unreachable` where the server of `url` is down or has no such bucket
 */
export async function openContentStore({ folder, url }: ContentSettings): Promise<ContentStore> {
  const store =
    url === undefined
      ? new FolderContentStore(folder)
      : new S3ContentStore(bucketOf(url), path.join(folder, 'incoming'));
  await store.open();
  return store;
}
