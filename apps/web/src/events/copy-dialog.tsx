/** 抄送: copies the case to colleagues, and shows who has read it. */
import type { CopyRequest as Copying } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import type { CaseView } from '../api/types.ts';
import { useMe } from '../session/session.tsx';
import { instant } from '../shared/dates.ts';
import { Loading } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { filled } from '../shared/schema-form.tsx';
import { PeopleField } from './people-field.tsx';
import { mayCopy } from './task-operations.ts';

export function CopyButton({ view }: { view: CaseView }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  if (!mayCopy(me)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>抄送</Button>
      <Modal open={open} title="抄送" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <CopyForm caseId={view.id} onDone={() => setOpen(false)} />
        <Copies caseId={view.id} />
      </Modal>
    </>
  );
}

function CopyForm({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const copy = useMutation({
    mutationFn: (body: Copying) =>
      answered(api.POST('/api/cases/{id}/copies', { params: { path: { id: caseId } }, body })),
    onSuccess: () => {
      void message.success('已抄送');
      void queries.invalidateQueries({ queryKey: keys.case(caseId) });
      onDone();
    },
  });
  return (
    <Form<Copying> name="copying" layout="vertical" onFinish={(values) => copy.mutate(filled(values) as Copying)}>
      <PeopleField name={['people']} label="抄送给" required role="any" several except={[me.id]} />
      <Form.Item name="note" label="附言" normalize={(value: unknown) => (value === '' ? undefined : value)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      {copy.error === null ? null : <ProblemAlert error={copy.error} />}
      <Button type="primary" htmlType="submit" loading={copy.isPending} style={{ margin: '8px 0 16px' }}>
        抄送
      </Button>
    </Form>
  );
}

function Copies({ caseId }: { caseId: string }) {
  const query = useQuery({
    queryKey: [...keys.case(caseId), 'copies'],
    queryFn: async () =>
      (await answered(api.GET('/api/cases/{id}/copies', { params: { path: { id: caseId } } }))).items,
  });
  return (
    <Loading query={query}>
      {(copies) =>
        copies.length === 0 ? (
          <Typography.Text type="secondary">还没有抄送过。</Typography.Text>
        ) : (
          <ul aria-label="抄送记录" style={{ margin: 0, paddingInlineStart: 18 }}>
            {copies.map(({ id, person, by, at, readAt }) => (
              <li key={id}>
                {person.name}：{readAt === null ? '未读' : `${instant(readAt)} 已阅`}
                <Typography.Text type="secondary">
                  （{by.name} {instant(at)} 抄送）
                </Typography.Text>
              </li>
            ))}
          </ul>
        )
      }
    </Loading>
  );
}
