import type { CaseTrail } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading } from '../../shared/page.tsx';

type Step = CaseTrail['items'][number];

/** One case as an auditor may see it: times, people, events and hashes. */
export function TrailSection() {
  const [id, setId] = useState('');
  const trail = useQuery({
    queryKey: ['trail', id],
    queryFn: () => answered(api.GET('/api/audit/cases/{id}/history', { params: { path: { id } } })),
    enabled: id !== '',
  });
  return (
    <Flex vertical gap={12}>
      <Input.Search
        placeholder="案件编号"
        aria-label="案件编号"
        enterButton="查看"
        onSearch={(text) => setId(text.trim())}
        style={{ maxWidth: 480 }}
      />
      {id === '' ? (
        <Typography.Text type="secondary">
          填写案件编号，可查看办理经过的时间、人员和校验值，不含案件内容。
        </Typography.Text>
      ) : (
        <Loading query={trail}>
          {({ items }) => (
            <DataTable<Step>
              label="办理经过"
              rowKey="seq"
              dataSource={items}
              columns={[
                { title: '序号', dataIndex: 'seq', align: 'right' },
                { title: '时间', render: (_, { at }) => instant(at) },
                { title: '动作', dataIndex: 'label' },
                { title: '人员', render: (_, { actor }) => actor?.name ?? '系统' },
                { title: '校验值', render: (_, { hash }) => <code>{hash.slice(0, 16)}…</code> },
              ]}
            />
          )}
        </Loading>
      )}
    </Flex>
  );
}
