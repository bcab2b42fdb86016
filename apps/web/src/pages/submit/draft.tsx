/** A draft: its form saves itself, its checklist shows what is missing, and it is submitted with the declaration. */
import { Alert, Card, Col, Flex, Form, Row, Typography } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { CaseView, Definition } from '../../api/types.ts';
import { DocumentReader } from '../../case-parts/document-reader.tsx';
import { LinkButton } from '../../case-parts/link-button.tsx';
import { useUploads } from '../../case-parts/uploads.ts';
import { materialLabels } from '../../case-parts/words-of.ts';
import { EventButtons } from '../../events/event-buttons.tsx';
import { ProblemAlert, RefusalList } from '../../shared/problem-alert.tsx';
import type { Schema } from '../../shared/schema.ts';
import { BothVersions } from './both-versions.tsx';
import { valuesOf, type Values } from './form-values.ts';
import { HandIn } from './hand-in.tsx';
import { headStyle } from './head-style.ts';
import { MatterFields } from './matter-fields.tsx';
import { Materials } from './materials.tsx';
import { useAutosave, type Autosave } from './use-autosave.ts';
import { takeFor } from './waiting-files.ts';

interface DraftProps {
  readonly view: CaseView;
  readonly definition: Definition;
}

export function Draft({ view, definition }: DraftProps) {
  const [form] = Form.useForm<Values>();
  const isComplete = useCallback(
    () =>
      form.validateFields({ validateOnly: true }).then(
        () => true,
        () => false,
      ),
    [form],
  );
  const autosave = useAutosave(view, isComplete);
  const uploads = useUploads(view.id);
  const [reading, setReading] = useState<string>();
  const { add } = uploads;
  useEffect(() => {
    for (const { kind, files } of takeFor(view.id)) add(kind, files);
    // Once: what was dropped before there was a case.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [view.id]);

  const isSaved = autosave.state === 'saved';
  useEffect(() => {
    // Another person's save is shown in a form in which nothing was typed.
    if (isSaved) form.setFieldsValue(wholeOf(definition, valuesOf(view)));
  }, [form, definition, view, isSaved]);

  return (
    <Flex vertical gap={16}>
      <Row gutter={[24, 16]}>
        <Col xs={24} lg={13}>
          <Matter view={view} definition={definition} form={form} autosave={autosave} />
        </Col>
        <Col xs={24} lg={11}>
          <Materials
            caseId={view.id}
            materials={view.materials}
            documents={view.documents}
            uploads={uploads.items}
            onFiles={uploads.add}
            onAgain={uploads.again}
            onDismiss={uploads.dismiss}
            onOpen={setReading}
          />
        </Col>
      </Row>
      {reading === undefined ? null : (
        <DocumentReader
          caseId={view.id}
          documents={view.documents}
          labels={materialLabels(view.materials)}
          open={reading}
          onOpen={setReading}
        />
      )}
      <HandIn view={view} definition={definition} busy={uploads.busy} saveNow={autosave.saveNow} />
      <OtherActs view={view} />
    </Flex>
  );
}

interface MatterProps extends DraftProps {
  readonly form: ReturnType<typeof Form.useForm<Values>>[0];
  readonly autosave: Autosave;
}

function Matter({ view, definition, form, autosave }: MatterProps) {
  const amend = view.events.find(({ type }) => type === 'draft.amend');
  const { serverVersion: serverVersion } = autosave;
  return (
    <Card size="small" title={<h2 style={headStyle}>送审信息</h2>} extra={<SaveState autosave={autosave} />}>
      {autosave.restored && autosave.state === 'typed' ? (
        <Alert type="info" showIcon style={{ marginBottom: 16 }} title="已恢复您上次填写、尚未保存的内容。" />
      ) : null}
      {amend !== undefined && !amend.allowed ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title="送审信息现在不能修改"
          description={<RefusalList refusals={amend.refusals} />}
        />
      ) : null}
      {serverVersion === null ? null : (
        <BothVersions
          view={view}
          definition={definition}
          mine={form.getFieldsValue(true) as Values}
          serverVersion={serverVersion}
          onMine={autosave.keepMine}
          onServerVersion={() => {
            form.setFieldsValue(wholeOf(definition, serverVersion));
            autosave.takeServerVersion();
          }}
        />
      )}
      <Form<Values>
        name="draft"
        form={form}
        layout="vertical"
        initialValues={autosave.initial}
        disabled={amend === undefined || !amend.allowed}
        onValuesChange={() => autosave.typed(form.getFieldsValue(true) as Values)}
        onBlur={() => (autosave.state === 'typed' ? void autosave.saveNow() : undefined)}
      >
        <MatterFields schema={definition.fields as Schema} />
      </Form>
      {autosave.error === null ? null : (
        <div role="alert">
          <ProblemAlert error={autosave.error} />
        </div>
      )}
    </Card>
  );
}

const saveStates: Readonly<Record<Autosave['state'], string>> = {
  saved: '已保存',
  typed: '已保存在本机，稍后自动保存',
  saving: '正在保存',
  refused: '未能保存',
  offline: '网络已断开，内容已保存在本机',
};

function SaveState({ autosave: { state } }: { autosave: Autosave }) {
  return (
    <Typography.Text type={state === 'refused' || state === 'offline' ? 'danger' : 'secondary'} role="status">
      {saveStates[state]}
    </Typography.Text>
  );
}

/** Other events that the machine allows in a draft, outside the form. */
function OtherActs({ view }: { view: CaseView }) {
  const others = view.events.filter(({ type }) => type !== 'submit' && type !== 'draft.amend');
  return (
    <Flex gap={8} wrap align="center">
      {others.some(({ allowed }) => allowed) ? (
        <EventButtons view={{ ...view, events: others.filter(({ allowed }) => allowed) }} />
      ) : null}
      <LinkButton to={`/cases/${view.id}`}>打开案件页面</LinkButton>
    </Flex>
  );
}

/** A field that the server does not return is empty there. */
function wholeOf({ fields }: Definition, values: Values): Values {
  const names = Object.keys((fields as Schema).properties ?? {});
  return { ...values, fields: { ...Object.fromEntries(names.map((name) => [name, undefined])), ...values.fields } };
}
