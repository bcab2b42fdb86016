/**
 * The form of one event: drawn from the payload's schema, or a special one. Typed values are kept until the server has
 * them; an issue is shown at its field, and an overridable rule asks for its reason.
 */
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Typography } from 'antd';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { keys } from '../api/keys.ts';
import { ApiProblem, type Refusal } from '../api/problem.ts';
import { useDefinition } from '../api/queries.ts';
import type { CaseEvent, CaseView } from '../api/types.ts';
import { useMe } from '../session/session.tsx';
import { useKeptForm } from '../shared/kept-form.ts';
import { Loading } from '../shared/page.tsx';
import { ProblemAlert } from '../shared/problem-alert.tsx';
import { filled } from '../shared/schema-form.tsx';
import type { Schema } from '../shared/schema.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { formOf } from './forms.ts';
import { Overrides } from './overrides.tsx';
import { Touched } from './touched.ts';
import { useSendOnce } from './use-send-once.ts';

export interface EventFormProps {
  readonly view: CaseView;
  readonly event: CaseEvent;
  readonly onDone: (view: CaseView) => void;
  readonly onCancel: () => void;
  /** Switches to another event, such as the recusal of an adviser who has a conflict of interest. */
  readonly onSwitch?: (type: string) => void;
  /** Values that are known from where the person clicked, such as the task. */
  readonly given?: Readonly<Record<string, string>>;
}

export function EventForm(props: EventFormProps) {
  const definition = useDefinition(props.view.category, props.view.definitionVersion);
  return (
    <Loading query={definition}>
      {({ events, taskEvents }) => {
        const described = [...events, ...taskEvents].find(({ type }) => type === props.event.type);
        return <DescribedForm {...props} schema={(described?.payload ?? {}) as Schema} />;
      }}
    </Loading>
  );
}

/** Reasons for overriding soft rules are next to the payload's own fields; no payload has a field of this name. */
const overridesField = 'overrides$';

type Values = Record<string, unknown>;

function DescribedForm(props: EventFormProps & { schema: Schema }) {
  const { view, event, schema, given = {}, onDone, onCancel, onSwitch = () => {} } = props;
  const me = useMe();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { earlier, keep, discard } = useKeptForm<Values>(
    me.id,
    [view.id, event.type, ...Object.values(given)].join(':'),
  );
  const { Fields, initial, ready, submitLabel } = formOf(event.type);
  const [begun] = useState(() => ({ fresh: { ...initial(view, schema), ...given }, earlier }));
  const [restored, setRestored] = useState(earlier !== null);
  const { send, pending, error, since } = useSendOnce(view);
  const passable = useMemo(() => passableOf(event, error), [event, error]);
  const declared = Form.useWatch((values: Values) => ready(values), form) ?? ready(begun.earlier ?? begun.fresh);

  useEffect(() => showIssues(form, error), [form, error]);

  const submit = async (values: Values) => {
    const { [overridesField]: reasons, ...payload } = values;
    const overrides = filled(reasons ?? {}) as Record<string, string>;
    const answer = filled(payload) as object;
    const next = await send({
      type: event.type,
      payload: answer,
      ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
    });
    if (next === null) return;
    discard();
    onDone(next);
    // After a recusal the person may no longer see the case.
    if (event.type === 'recuse') queries.removeQueries({ queryKey: keys.case(view.id) });
  };

  const touched = useCallback(() => keep(form.getFieldsValue(true) as Values), [form, keep]);
  const startAgain = () => {
    discard();
    setRestored(false);
    form.resetFields();
    form.setFieldsValue(begun.fresh);
  };

  const gone = !view.events.some(({ type }) => type === event.type) && !event.type.startsWith('task.');
  return (
    <Form<Values>
      name={event.type}
      form={form}
      layout="vertical"
      initialValues={begun.earlier ?? begun.fresh}
      onValuesChange={touched}
      onFinish={() => void submit(form.getFieldsValue(true) as Values)}
      scrollToFirstError={{ block: 'center', focus: true }}
      aria-label={event.label}
      onKeyDown={(key) => {
        if (key.key === 'Enter' && (key.ctrlKey || key.metaKey) && declared) form.submit();
      }}
    >
      {restored ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title="已恢复您上次填写、尚未提交的内容。"
          action={
            <Button size="small" onClick={startAgain}>
              清空重填
            </Button>
          }
        />
      ) : null}
      <Touched value={touched}>
        <Fields type={event.type} view={view} schema={schema} onSwitch={onSwitch} />
      </Touched>
      <Overrides field={overridesField} refusals={passable} />
      <ChangedMeanwhile since={since} label={event.label} gone={gone} />
      {error === null ? null : (
        <div style={{ marginBottom: 16 }} role="alert">
          <ProblemAlert error={error} />
        </div>
      )}
      <Flex gap={8} wrap align="center" className="form-foot">
        <Button type="primary" htmlType="submit" loading={pending} disabled={!declared}>
          {since.length > 0 ? `已了解变化，${submitLabel ?? event.label}` : (submitLabel ?? event.label)}
        </Button>
        <Button onClick={onCancel}>取消</Button>
        <Typography.Text type="secondary" style={{ fontSize: 13 }}>
          填写的内容自动保存在本机。
        </Typography.Text>
      </Flex>
    </Form>
  );
}

/** Soft rules that block it: those known before, and those that the last attempt reported. */
function passableOf(event: CaseEvent, error: Error | null): readonly Refusal[] {
  const met = error instanceof ApiProblem ? (error.problem.refusals ?? []) : [];
  const all = [...event.refusals, ...met].filter(({ overridable }) => overridable);
  return [...new Map(all.map((refusal) => [refusal.rule, refusal])).values()];
}

/** An issue of the server is shown at its field, if there is one with this path. */
function showIssues(form: ReturnType<typeof Form.useForm<Values>>[0], error: Error | null): void {
  if (!(error instanceof ApiProblem)) return;
  for (const { path, message } of error.problem.issues ?? []) {
    const name = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    form.setFields([{ name, errors: [message] }]);
  }
}
