/** After the submission: state and holder of the case, and the withdrawal as long as it is possible. */
import { Alert, Card, Flex } from 'antd';
import type { CaseView } from '../../api/types.ts';
import { LinkButton } from '../../case-parts/link-button.tsx';
import { WhoHasIt } from '../../case-parts/who-has-it.tsx';
import { EventButtons } from '../../events/event-buttons.tsx';

export function Submitted({ view }: { view: CaseView }) {
  const withdraw = view.events.filter(({ type }) => type === 'withdraw');
  return (
    <Flex vertical gap={16}>
      <Alert
        type={view.status === 'done' ? 'info' : 'success'}
        showIcon
        title={`案件现处于“${view.stage}”`}
        description={<WhoHasIt view={view} />}
      />
      <Card size="small">
        <Flex gap={8} wrap align="center">
          <LinkButton to={`/cases/${view.id}`} type="primary">
            打开案件页面
          </LinkButton>
          <LinkButton to="/submit">再送审一件</LinkButton>
          <EventButtons view={{ ...view, events: withdraw }} />
        </Flex>
      </Card>
    </Flex>
  );
}
