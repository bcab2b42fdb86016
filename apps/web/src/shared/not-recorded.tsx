/** Marks of cases that were taken over from a past register (补录). */
import { Tag, Typography } from 'antd';
import { notRecorded } from './recorded-words.ts';

/** In the place of a value that the register does not say. */
export function NotRecorded() {
  return <Typography.Text type="secondary">{notRecorded}</Typography.Text>;
}

/** On what the import of an earlier version had generated. */
export function GeneratedTag() {
  return (
    <Tag color="gold" variant="outlined">
      旧版导入生成，无人办理
    </Tag>
  );
}

export function RecordedTag() {
  return (
    <Tag color="gold" variant="outlined">
      补录
    </Tag>
  );
}
