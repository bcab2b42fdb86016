/** Marks of cases that were taken over from a past register (补录). */
import { Tag, Typography } from 'antd';
import { notRecorded } from './recorded-words.ts';

/** In the place of a value that the register does not say. */
export function NotRecorded() {
  return <Typography.Text type="secondary">{notRecorded}</Typography.Text>;
}

export function RecordedTag() {
  return (
    <Tag color="gold" variant="outlined">
      补录
    </Tag>
  );
}
