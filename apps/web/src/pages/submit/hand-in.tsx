/** Submitting the draft: blocking rules with their citations, the declaration, urgent handling, and the button. */
import { Alert, Button, Card, Flex, Form } from 'antd';
import { useRef, useState } from 'react';
import { newCommandKey } from '../../api/client.ts';
import { useSendEvent, type Command } from '../../api/queries.ts';
import type { CaseView, Definition } from '../../api/types.ts';
import { Overrides } from '../../events/overrides.tsx';
import { eventOverride } from '../../events/plain-fields.tsx';
import { useMe } from '../../session/session.tsx';
import { useKeptForm } from '../../shared/kept-form.ts';
import { ProblemAlert, RefusalList } from '../../shared/problem-alert.tsx';
import { filled, SchemaFields } from '../../shared/schema-form.tsx';
import type { Schema } from '../../shared/schema.ts';
import { headStyle } from './head-style.ts';

interface HandInProps {
  readonly view: CaseView;
  readonly definition: Definition;
  /** True while files are being uploaded. */
  readonly busy: boolean;
  readonly saveNow: () => Promise<CaseView | null>;
}

type Values = Record<string, unknown>;

const overridesField = 'overrides$';

export function HandIn({ view, definition, busy, saveNow }: HandInProps) {
  const me = useMe();
  const event = view.events.find(({ type }) => type === 'submit');
  const described = definition.events.find(({ type }) => type === 'submit');
  const kept = useKeptForm<Values>(me.id, `submit.${view.id}.hand-in`);
  const [form] = Form.useForm<Values>();
  const [unsaved, setUnsaved] = useState(false);
  const { mutateAsync, isPending, error } = useSendEvent(view.id);
  const unanswered = useRef<{ readonly text: string; readonly command: Command } | null>(null);
  if (event === undefined || described === undefined) return null;
  const hard = event.refusals.filter(({ overridable }) => !overridable);
  const soft = event.refusals.filter(({ overridable }) => overridable);

  const submit = async () => {
    const { [overridesField]: reasons, ...payload } = form.getFieldsValue(true) as Values;
    const saved = await saveNow();
    setUnsaved(saved === null);
    if (saved === null) return;
    const overrides = filled(reasons ?? {}) as Record<string, string>;
    const answering = {
      type: event.type,
      payload: filled(payload),
      ...(Object.keys(overrides).length > 0 ? { overrides } : {}),
    };
    const text = JSON.stringify(answering);
    const command =
      unanswered.current?.text === text
        ? unanswered.current.command
        : { ...answering, expectedVersion: saved.version, key: newCommandKey() };
    unanswered.current = { text, command };
    const next = await mutateAsync(command).catch((failure: Error) => {
      if (failure.name !== 'ConnectionLost') unanswered.current = null;
      return null;
    });
    if (next !== null) kept.discard();
  };

  return (
    <Card size="small" title={<h2 style={headStyle}>{event.label}</h2>}>
      <Flex vertical gap={12}>
        {hard.length === 0 ? null : (
          <Alert type="warning" showIcon title="现在还不能提交" description={<RefusalList refusals={hard} />} />
        )}
        <Form
          name={event.type}
          form={form}
          layout="vertical"
          initialValues={kept.earlier ?? {}}
          onValuesChange={() => kept.keep(form.getFieldsValue(true) as Values)}
          onFinish={() => void submit()}
          scrollToFirstError={{ block: 'center', focus: true }}
          aria-label={event.label}
        >
          <SchemaFields schema={described.payload as Schema} override={eventOverride} />
          <Overrides field={overridesField} refusals={soft} />
          {unsaved ? (
            <Alert
              type="warning"
              showIcon
              role="alert"
              style={{ marginBottom: 16 }}
              title="送审信息还没有保存好，请先处理上面的提示。"
            />
          ) : null}
          {error === null ? null : (
            <div role="alert" style={{ marginBottom: 16 }}>
              <ProblemAlert error={error} />
            </div>
          )}
          <Button type="primary" htmlType="submit" loading={isPending} disabled={busy || hard.length > 0}>
            {event.label}
          </Button>
        </Form>
      </Flex>
    </Card>
  );
}
