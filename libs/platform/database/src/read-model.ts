/** Reads through the ORM, with the eyes of the person who asks. */
import { RequestContext, type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import type { Viewer } from './viewer-transaction.ts';

export class ReadModel {
  constructor(private readonly orm: MikroORM) {}

  /** Runs `work` with an identity map of its own, as one request or one job has it. */
  inContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.orm.em, work);
  }

  /**
   * An entity manager of its own for one request. Each query runs in a transaction with the viewer's settings, so that
   * row-level security shows what is his and nothing else.
   */
  for(viewer: Viewer): EntityManager {
    return this.orm.em.fork({
      session: {
        variables: {
          'lawgate.scope': viewer.scope,
          'lawgate.org_path': viewer.orgPath,
          'lawgate.person': viewer.id,
        },
      },
    });
  }
}
