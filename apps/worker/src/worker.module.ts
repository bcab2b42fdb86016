/** The worker's application: the runtime, the queues, and the jobs of each feature. */
import { AdminJobsModule } from '@lawgate/admin';
import { CaseFileJobsModule } from '@lawgate/case-file';
import { CasesJobsModule, RuntimeModule } from '@lawgate/cases';
import { DocumentsJobsModule } from '@lawgate/documents';
import { ContentStoreModule } from '@lawgate/files';
import { JobsModule } from '@lawgate/jobs';
import { NotificationsJobsModule } from '@lawgate/notifications';
import { ReportingJobsModule } from '@lawgate/reporting';
import { Module, type DynamicModule } from '@nestjs/common';
import type { WorkerOptions } from './worker.ts';

@Module({})
export class WorkerModule {
  static forRoot(options: WorkerOptions): DynamicModule {
    const { parts, contentStore, queueUrl, queuePrefix, clamdUrl, recogniser, channels, onError } = options;
    return {
      module: WorkerModule,
      imports: [
        RuntimeModule.forRoot(parts),
        ContentStoreModule.forRoot(contentStore),
        JobsModule.forRoot({ url: queueUrl, onError, prefix: queuePrefix }),
        CasesJobsModule,
        DocumentsJobsModule.forRoot({ clamdUrl, recogniser }),
        NotificationsJobsModule.forRoot({ channels }),
        CaseFileJobsModule,
        ReportingJobsModule,
        AdminJobsModule,
      ],
    };
  }
}
