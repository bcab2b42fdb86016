/** The state and the holder of the case, and the possible events. */
import { Card, Flex, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import type { CaseView, Definition } from '../../api/types.ts';
import { WhoHasIt } from '../../case-parts/who-has-it.tsx';
import { CopyButton } from '../../events/copy-dialog.tsx';
import { EventButtons } from '../../events/event-buttons.tsx';
import { hasRole, useMe } from '../../session/session.tsx';
import { RecordedTag } from '../../shared/not-recorded.tsx';
import { RecordedDates } from './recorded-dates.tsx';

export function CaseHead({ view, definition }: { view: CaseView; definition: Definition }) {
  const me = useMe();
  const isRecorded = view.recorded !== null;
  return (
    <Card size="small">
      <Flex vertical gap={12}>
        <Flex gap={8} align="center" wrap>
          <Tag variant="outlined">{view.categoryLabel}</Tag>
          {isRecorded ? (
            <RecordedTag />
          ) : (
            <Tag color={view.status === 'done' ? 'default' : 'blue'} variant="outlined">
              {view.stage}
            </Tag>
          )}
          {view.numbers.map(({ text, voidReason }) => (
            <Typography.Text key={text} className="numeric" delete={voidReason !== undefined}>
              {text}
            </Typography.Text>
          ))}
        </Flex>
        {isRecorded ? (
          <Flex className="no-print">
            <RecordedDates view={view} definition={definition} />
          </Flex>
        ) : (
          <>
            <WhoHasIt view={view} />
            <Flex gap={8} wrap align="center" className="no-print">
              <EventButtons view={view} />
              <CopyButton view={view} />
              <Link to={`/cases/${view.id}/brief`}>一页摘要</Link>
              {hasRole(me, 'submitter') ? <Link to={`/submit?from=${view.id}`}>复制送审信息</Link> : null}
              {isDraftOf(view) ? <Link to={`/submit/${view.id}`}>继续送审</Link> : null}
            </Flex>
          </>
        )}
      </Flex>
    </Card>
  );
}

/** The case is with its submitter: its form and checklist are on the submission page. */
function isDraftOf(view: CaseView): boolean {
  return view.events.some(({ type, allowed }) => type === 'draft.amend' && allowed);
}
