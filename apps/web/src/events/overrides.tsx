import { Form, Input, Typography } from 'antd';
import type { Refusal } from '../api/problem.ts';

/** A soft rule is overridden only on purpose: with a reason, which is recorded with the person's name. */
export function Overrides({ field, refusals }: { field: string; refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null;
  return (
    <fieldset style={{ border: '1px solid #8884', borderRadius: 6, padding: '8px 12px', margin: '0 0 16px' }}>
      <legend>须说明理由的事项</legend>
      {refusals.map(({ rule, message, citation }) => (
        <Form.Item
          key={rule}
          name={[field, rule]}
          label={message}
          extra={citation === null ? '理由将记入办理经过。' : `依据：${citation}。理由将记入办理经过。`}
        >
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={1000}
            placeholder="确需继续办理的，请写明理由"
          />
        </Form.Item>
      ))}
      <Typography.Text type="secondary">不写理由的，按规定不予办理。</Typography.Text>
    </fieldset>
  );
}
