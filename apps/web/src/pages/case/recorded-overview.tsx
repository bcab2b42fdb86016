/** What the register says of a recorded case: the values as read, and its line as written. */
import { Descriptions, Flex, Typography } from 'antd';
import { recordLabels } from '../../case-parts/history-words.ts';
import type { CaseView } from '../../api/types.ts';
import { fullDate } from '../../shared/dates.ts';
import { NotRecorded } from '../../shared/not-recorded.tsx';

type Recorded = NonNullable<CaseView['recorded']>;
type Key = keyof Recorded['record'];

export function RecordedOverview({ view, recorded }: { view: CaseView; recorded: Recorded }) {
  return (
    <Flex vertical gap={16}>
      <section aria-labelledby="case-record">
        <Heading id="case-record">台账记载</Heading>
        <Descriptions
          bordered
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'category', label: '类别', children: view.categoryLabel },
            ...(Object.keys(recordLabels) as Key[]).map((key) => ({
              key,
              label: recordLabels[key],
              children: <Said name={key} value={recorded.record[key]} />,
            })),
          ]}
        />
      </section>
      {[recorded, ...recorded.later].map((line, index) => (
        <Line key={index} id={`case-line-${index}`} line={line} />
      ))}
    </Flex>
  );
}

/** The cells of a line as they were written, and the file that they are from. */
function Line({ id, line }: { id: string; line: Recorded['later'][number] }) {
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{`原始记载：${line.file.name}第${line.line}行`}</Heading>
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={line.said.map(({ heading, text }, index) => ({
          key: String(index),
          label: heading === '' ? `第 ${index + 1} 列` : heading,
          children: <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</span>,
        }))}
      />
      <Typography.Paragraph type="secondary" style={{ marginTop: 8, overflowWrap: 'anywhere' }}>
        台账文件的校验值（SHA-256）：{line.file.sha256}
      </Typography.Paragraph>
    </section>
  );
}

function Heading({ id, children }: { id: string; children: string }) {
  return (
    <Typography.Title level={2} id={id} style={{ fontSize: 16 }}>
      {children}
    </Typography.Title>
  );
}

function Said({ name, value }: { name: Key; value: string | null }) {
  if (value === null) return <NotRecorded />;
  return name.endsWith('On') ? fullDate(value) : value;
}
