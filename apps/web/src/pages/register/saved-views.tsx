import type { PutRegisterView as NewView, RegisterView as View } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { answered, api } from '../../api/client.ts';
import type { Query } from '../../api/types.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import type { ColumnKey } from './register-page.tsx';

interface SavedViewsProps {
  readonly columns: readonly ColumnKey[];
  readonly filters: Query<'/api/register/entries'>;
  readonly onChoose: (view: View) => void;
}

/** Named columns, filters and order; private, or shared with the organisation. */
export function SavedViews({ columns, filters, onChoose }: SavedViewsProps) {
  const queries = useQueryClient();
  const [saving, setSaving] = useState(false);
  const [form] = Form.useForm<{ name: string; shared: boolean }>();
  const views = useQuery({ queryKey: ['register-views'], queryFn: () => answered(api.GET('/api/register/views')) });
  const save = useMutation({
    mutationFn: ({ name, shared }: { name: string; shared: boolean }) => {
      const { sort, cursor: _cursor, limit: _limit, ...kept } = filters;
      const body = { name, shared: shared ?? false, columns: [...columns], filters: kept, sort: sort ?? '-receivedOn' };
      return answered(api.POST('/api/register/views', { body: body as NewView }));
    },
    onSuccess: () => {
      setSaving(false);
      void queries.invalidateQueries({ queryKey: ['register-views'] });
    },
  });
  const items = views.data?.items ?? [];
  return (
    <>
      <Select
        aria-label="已存视图"
        placeholder="已存视图"
        value={null}
        onChange={(id: string | null) => {
          const view = items.find((one) => one.id === id);
          if (view !== undefined) onChoose(view);
        }}
        options={items.map(({ id, name, own, owner }) => ({
          value: id,
          label: own ? name : `${name}（${owner.name}）`,
        }))}
        notFoundContent="还没有存过视图"
        style={{ width: 150 }}
      />
      <Button onClick={() => setSaving(true)}>存为视图</Button>
      <FormDialog
        title="存为视图"
        open={saving}
        form={form}
        okText="保存"
        busy={save.isPending}
        error={save.error}
        onFinish={(values) => save.mutate(values)}
        onClose={() => setSaving(false)}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="shared" valuePropName="checked">
          <Checkbox>本单位的人都可以用</Checkbox>
        </Form.Item>
      </FormDialog>
    </>
  );
}
