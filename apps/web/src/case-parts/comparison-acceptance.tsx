/** Acceptance of a comparison of the sealed copy: differences need a reason, a scan a comparison by a person. */
import type { Comparison } from '@lawgate/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useRef } from 'react';
import { answered, api, newCommandKey } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { ProblemAlert } from '../shared/problem-alert.tsx';

interface Acceptance {
  readonly reason?: string;
  readonly checkedByHand?: boolean;
  readonly checkedBy?: string;
}

export function ComparisonAcceptance({ caseId, comparison }: { caseId: string; comparison: Comparison }) {
  const queries = useQueryClient();
  const key = useRef(newCommandKey());
  const { id, basis, differences, notCompared } = comparison;
  const isByHand = basis === 'pages' || notCompared.length > 0;
  const accept = useMutation({
    mutationFn: ({ reason, checkedByHand, checkedBy }: Acceptance) =>
      answered(
        api.POST('/api/cases/{id}/comparisons/{comparisonId}/acceptance', {
          params: { path: { id: caseId, comparisonId: id }, header: { 'Idempotency-Key': key.current } },
          body: {
            ...(reason ? { reason } : {}),
            ...(isByHand ? { checkedByHand: checkedByHand === true } : {}),
            ...(isByHand && checkedBy ? { checkedBy } : {}),
          },
        }),
      ),
    onSuccess: (next) => {
      queries.setQueryData(['comparison', id], next);
      void queries.invalidateQueries({ queryKey: keys.case(caseId) });
    },
  });
  const isPlain = !isByHand && differences === 0;
  return (
    <Form<Acceptance>
      name="comparison-acceptance"
      layout="vertical"
      aria-label="确认比较结果"
      style={{ marginTop: 12 }}
      onValuesChange={() => {
        key.current = newCommandKey();
      }}
      onFinish={(values) => accept.mutate(values)}
    >
      {isPlain ? null : (
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: '请写明理由' }]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
      )}
      {isByHand ? (
        <>
          <Form.Item
            name="checkedByHand"
            valuePropName="checked"
            rules={[
              {
                validator: (_rule: unknown, value: unknown) =>
                  value === true ? Promise.resolve() : Promise.reject(new Error('请先人工核对')),
              },
            ]}
          >
            <Checkbox>{basis === 'pages' ? '已将两份逐页核对' : '没有比对的内容已人工核对'}</Checkbox>
          </Form.Item>
          <Form.Item name="checkedBy" label="核对人（由他人核对时填写）">
            <Input maxLength={50} />
          </Form.Item>
        </>
      ) : null}
      {accept.error === null ? null : <ProblemAlert error={accept.error} />}
      <Button type="primary" htmlType="submit" loading={accept.isPending}>
        确认比较结果
      </Button>
    </Form>
  );
}
