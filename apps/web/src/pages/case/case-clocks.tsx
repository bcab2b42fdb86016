import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { answered, api, newCommandKey } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { CaseClock, CaseView } from '../../api/types.ts';
import { Clocks } from '../../case-parts/clocks.tsx';
import { RefusedButton } from '../../events/refused-button.tsx';
import { DayPicker } from '../../shared/day-picker.tsx';
import { Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

export default function CaseClocks({ view }: { view: CaseView }) {
  const [settling, setSettling] = useState<CaseClock | null>(null);
  if (view.clocks.length === 0) return <Nothing>还没有开始计算的期限。提交送审后起算受理期限。</Nothing>;
  return (
    <>
      <Clocks
        clocks={view.clocks}
        action={(clock) => {
          if (clock.settle === undefined) return null;
          const { label, allowed, refusals } = clock.settle;
          if (!allowed) return <RefusedButton label={label} refusals={refusals} />;
          return (
            <div>
              <Button onClick={() => setSettling(clock)}>{label}</Button>
            </div>
          );
        }}
      />
      {settling === null ? null : <Settle view={view} clock={settling} onClose={() => setSettling(null)} />}
    </>
  );
}

interface SettleProps {
  readonly view: CaseView;
  readonly clock: CaseClock;
  readonly onClose: () => void;
}

interface Settlement {
  readonly on: Dayjs;
  readonly note?: string;
}

function Settle({ view, clock, onClose }: SettleProps) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Settlement>();
  const key = useRef(newCommandKey());
  const settle = useMutation({
    mutationFn: ({ on, note }: Settlement) =>
      answered(
        api.POST('/api/cases/{id}/clocks/{key}/settle', {
          params: { path: { id: view.id, key: clock.key }, header: { 'Idempotency-Key': key.current } },
          body: { on: on.format('YYYY-MM-DD'), ...(note ? { note } : {}) },
        }),
      ),
    onSuccess: (next) => {
      queries.setQueryData(keys.case(view.id), next);
      void message.success(`已登记：${clock.settle?.label ?? clock.label}`);
      onClose();
    },
    onError: () => void queries.invalidateQueries({ queryKey: keys.refusals(view.id) }),
  });
  return (
    <Modal
      open
      title={`${clock.settle?.label ?? ''} · ${clock.label}`}
      okText="登记"
      confirmLoading={settle.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form
        name="clock-settlement"
        form={form}
        layout="vertical"
        initialValues={{ on: dayjs() }}
        onValuesChange={() => {
          key.current = newCommandKey();
        }}
        onFinish={(values) => settle.mutate(values)}
      >
        <Form.Item name="on" label="办理日期" rules={[{ required: true, message: '请填写办理日期' }]}>
          <DayPicker disabledDate={(day) => day.isAfter(dayjs(), 'day')} />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
        {settle.error === null ? null : <ProblemAlert error={settle.error} />}
      </Form>
    </Modal>
  );
}
