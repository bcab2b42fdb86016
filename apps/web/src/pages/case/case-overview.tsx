import { Flex, Typography } from 'antd';
import type { CaseView, Definition } from '../../api/types.ts';
import { CaseSummary } from '../../case-parts/case-summary.tsx';
import { TaskList } from '../../events/task-list.tsx';

export function CaseOverview({ view, definition }: { view: CaseView; definition: Definition }) {
  return (
    <Flex vertical gap={16}>
      <CaseSummary view={view} definition={definition} withHolder={false} />
      {view.status === 'done' ? null : (
        <section aria-labelledby="open-tasks">
          <Typography.Title level={2} id="open-tasks" style={{ fontSize: 16 }}>
            待办任务
          </Typography.Title>
          <TaskList view={view} />
        </section>
      )}
    </Flex>
  );
}
