/** Choice of a category, and the form of its definition. Values are kept in this browser until the first save. */
import type { CaseTemplate as Template, CreateCaseRequest } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Col, Flex, Form, Row, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answered, api, newCommandKey } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { useDefinition, useDefinitions } from '../../api/queries.ts';
import type { Definition } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { useKeptForm } from '../../shared/kept-form.ts';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import type { Schema } from '../../shared/schema.ts';
import { CategoryChoice } from './category-choice.tsx';
import { CopyEarlier } from './copy-earlier.tsx';
import { bodyOf, defaultsOf, type Values } from './form-values.ts';
import { headStyle } from './head-style.ts';
import { MatterFields } from './matter-fields.tsx';
import { Materials } from './materials.tsx';
import { leaveFor, type Dropped } from './waiting-files.ts';

interface KeptDraft {
  readonly category?: string | undefined;
  readonly values?: Values;
}

/** Starts empty, with values that were not saved, or with those of an earlier case. */
export function NewDraft() {
  const me = useMe();
  const [search] = useSearchParams();
  const from = search.get('from');
  if (!hasRole(me, 'submitter')) {
    return (
      <Page title="送审">
        <Nothing>只有承办人可以送审。</Nothing>
      </Page>
    );
  }
  return (
    <Page title="送审" extra={<CopyEarlier />}>
      {from === null ? <Fresh /> : <Copied key={from} from={from} />}
    </Page>
  );
}

function Copied({ from }: { from: string }) {
  const template = useQuery({
    queryKey: [...keys.case(from), 'template'],
    queryFn: () => answered(api.GET('/api/cases/{id}/template', { params: { path: { id: from } } })),
  });
  return <Loading query={template}>{(copied) => <Fresh copied={copied} />}</Loading>;
}

function Fresh({ copied }: { copied?: Template }) {
  const me = useMe();
  const definitions = useDefinitions();
  const kept = useKeptForm<KeptDraft>(me.id, 'submit');
  const [begun, setBegun] = useState<KeptDraft>(() =>
    copied === undefined
      ? (kept.earlier ?? {})
      : { category: copied.category, values: { title: copied.title, fields: copied.fields } },
  );
  const { data: definition } = useDefinition(begun.category);
  const choose = (category: string) => {
    const next = { category, values: { ...(begun.values?.title === undefined ? {} : { title: begun.values.title }) } };
    setBegun(next);
    kept.keep(next);
  };
  return (
    <>
      <Loading query={definitions}>
        {(items) => <CategoryChoice definitions={items} chosen={begun.category} onChoose={choose} />}
      </Loading>
      {copied === undefined ? null : <WhatIsNotCopied copied={copied} />}
      {definition === undefined ? null : (
        <NewForm
          key={definition.key}
          definition={definition}
          begun={begun.values}
          restored={copied === undefined && kept.earlier?.category === definition.key}
          onKeep={(values) => kept.keep({ category: definition.key, values })}
          onDiscard={kept.discard}
        />
      )}
    </>
  );
}

function WhatIsNotCopied({ copied: { materials } }: { copied: Template }) {
  const names = materials.map(({ label, name }) => `${label}（${name}）`).join('、');
  return (
    <Alert
      type="info"
      showIcon
      title="已复制送审信息，请核对后修改。"
      description={names === '' ? '材料不复制，请逐项上传。' : `材料不复制，请逐项上传。当时报送的有：${names}。`}
    />
  );
}

interface NewFormProps {
  readonly definition: Definition;
  readonly begun: Values | undefined;
  readonly restored: boolean;
  readonly onKeep: (values: Values) => void;
  readonly onDiscard: () => void;
}

function NewForm({ definition, begun, restored, onKeep, onDiscard: onDiscard }: NewFormProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const schema = definition.fields as Schema;
  const fresh: Values = { fields: defaultsOf(schema) };
  const [initial] = useState<Values>(() => ({ ...begun, fields: { ...fresh.fields, ...begun?.fields } }));
  const [isNoticeShown, setNoticeShown] = useState(restored && begun !== undefined);
  /** The same body sent again after a lost connection creates one case. */
  const command = useRef({ text: '', key: '' });
  const create = useMutation({
    mutationFn: (values: Values) => {
      const body = { category: definition.key, ...bodyOf(values) };
      const text = JSON.stringify(body);
      if (command.current.text !== text) command.current = { text, key: newCommandKey() };
      return answered(
        api.POST('/api/cases', {
          params: { header: { 'Idempotency-Key': command.current.key } },
          // The form was drawn from the category's schema; the server validates it.
          body: body as CreateCaseRequest,
        }),
      );
    },
    onSuccess: (view) => {
      queries.setQueryData(keys.case(view.id), view);
      void queries.invalidateQueries({ queryKey: keys.lists });
      onDiscard();
    },
  });
  const save = async (dropped?: Dropped) => {
    try {
      await form.validateFields();
    } catch {
      if (dropped !== undefined) void message.warning('请先填好送审信息，再上传材料。');
      return;
    }
    const view = await create.mutateAsync(form.getFieldsValue(true) as Values).catch(() => null);
    if (view === null) return;
    if (dropped !== undefined) leaveFor(view.id, dropped);
    void navigate(`/submit/${view.id}`, { replace: true });
  };
  return (
    <Row gutter={[24, 16]}>
      <Col xs={24} lg={13}>
        <Card size="small" title={<h2 style={headStyle}>送审信息</h2>}>
          {isNoticeShown ? (
            <Alert
              type="info"
              showIcon
              style={{ marginBottom: 16 }}
              title="已恢复您上次填写、尚未保存的内容。"
              action={
                <Button
                  size="small"
                  onClick={() => {
                    onDiscard();
                    setNoticeShown(false);
                    form.setFieldsValue({ title: '', ...fresh });
                  }}
                >
                  清空重填
                </Button>
              }
            />
          ) : null}
          <Form<Values>
            name="new-draft"
            form={form}
            layout="vertical"
            initialValues={initial}
            onValuesChange={() => onKeep(form.getFieldsValue(true) as Values)}
            onFinish={() => void save()}
            scrollToFirstError={{ block: 'center', focus: true }}
          >
            <MatterFields schema={schema} />
            {create.error === null ? null : (
              <div role="alert" style={{ marginBottom: 16 }}>
                <ProblemAlert error={create.error} />
              </div>
            )}
            <Flex gap={8} align="center" wrap>
              <Button type="primary" htmlType="submit" loading={create.isPending}>
                保存草稿，继续上传材料
              </Button>
              <Typography.Text type="secondary">填写的内容自动保存在本机。</Typography.Text>
            </Flex>
          </Form>
        </Card>
      </Col>
      <Col xs={24} lg={11}>
        <Materials
          materials={definition.materials.map(({ kind, label, required, condition }) => ({
            kind,
            label,
            required,
            given: false,
            ...(condition === null ? {} : { condition }),
          }))}
          documents={[]}
          uploads={[]}
          onFiles={(kind, files) => void save({ kind, files })}
        />
      </Col>
    </Row>
  );
}
