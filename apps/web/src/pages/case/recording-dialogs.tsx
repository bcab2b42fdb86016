/** Adds one audio or video record, or voids a wrong one. */
import type { MakeRecording as Entry, RecordingIndex as Index } from '@lawgate/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Flex, Form, Input, Select, Typography, type FormInstance } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { answered, api, newCommandKey } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { CaseView } from '../../api/types.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { ReasonDialog } from '../../shared/reason-dialog.tsx';
import { keepEnter } from '../../shared/schema-form.tsx';

interface EnterRecordingProps {
  readonly view: CaseView;
  readonly stages: Index['stages'];
  /** The stage of the entry; empty where it is still to be chosen. */
  readonly stage: string;
  readonly onClose: () => void;
}

export function EnterRecording({ view, stages, stage, onClose }: EnterRecordingProps) {
  const queries = useQueryClient();
  const [form] = Form.useForm<Entry>();
  const commandKey = useRef(newCommandKey());
  const enter = useMutation({
    mutationFn: (body: Entry) =>
      answered(
        api.POST('/api/cases/{id}/recordings', {
          params: { path: { id: view.id }, header: { 'Idempotency-Key': commandKey.current } },
          body,
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [...keys.case(view.id), 'recordings'] });
      onClose();
    },
  });
  return (
    <FormDialog<Entry>
      title="登记音像记录"
      open
      form={form}
      okText="登记"
      width={640}
      busy={enter.isPending}
      error={enter.error}
      initialValues={stage === '' ? {} : { stage }}
      onFinish={(values) => {
        const document = view.documents.find(({ id }) => id === values.documentId);
        enter.mutate(document === undefined ? values : { ...values, fileName: document.name, sha256: document.sha256 });
      }}
      onClose={onClose}
    >
      <Form.Item name="stage" label="环节" rules={[{ required: true, message: '请选择环节' }]}>
        <Select options={stages.map(({ stage: value, label }) => ({ value, label }))} />
      </Form.Item>
      <Flex gap={16} wrap>
        <Form.Item name="device" label="设备编号" rules={[asked('设备编号')]} style={{ flex: '1 1 200px' }}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="officer" label="执法人员" rules={[asked('执法人员')]} style={{ flex: '1 1 200px' }}>
          <Input maxLength={100} />
        </Form.Item>
      </Flex>
      <Flex gap={16} wrap>
        <MomentField name="startedAt" label="开始时间" />
        <MomentField name="endedAt" label="结束时间" after="startedAt" />
      </Flex>
      <FileFields view={view} />
      <Form.Item name="shows" label="证明内容" rules={[asked('证明内容')]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}

const asked = (label: string) => ({ required: true, whitespace: true, message: `请填写${label}` });

interface MomentFieldProps {
  readonly name: 'startedAt' | 'endedAt';
  readonly label: string;
  /** The field whose time must be before this one. */
  readonly after?: 'startedAt';
}

/** A time as shown by the device's clock: in Asia/Shanghai, whatever the time zone of the browser. */
function MomentField({ name, label, after }: MomentFieldProps) {
  const order = ({ getFieldValue }: Pick<FormInstance, 'getFieldValue'>) => ({
    validator: (_rule: unknown, value: unknown) => {
      const before: unknown = after === undefined ? undefined : getFieldValue(after);
      const inOrder = typeof before !== 'string' || typeof value !== 'string' || before < value;
      return inOrder ? Promise.resolve() : Promise.reject(new Error('结束时间应晚于开始时间'));
    },
  });
  return (
    <Form.Item
      name={name}
      label={label}
      style={{ flex: '1 1 200px' }}
      {...(after === undefined ? {} : { dependencies: [after] })}
      rules={[{ required: true, message: `请填写${label}` }, ...(after === undefined ? [] : [order])]}
      getValueProps={(value: unknown) => ({ value: typeof value === 'string' ? dayjs(value.slice(0, 19)) : null })}
      normalize={(value: Dayjs | null) => value?.format('YYYY-MM-DD[T]HH:mm:ss[+08:00]')}
    >
      <DatePicker
        showTime
        needConfirm={false}
        format="YYYY-MM-DD HH:mm:ss"
        placeholder="2024-02-08 09:30:00"
        style={{ width: '100%' }}
        onKeyDown={keepEnter}
      />
    </Form.Item>
  );
}

/** Maximum bytes of a file that the browser hashes, because it is held in memory. */
const maxBytes = 1024 ** 3;

/** An uploaded file already has a name and a hash; for others they are entered here. */
function FileFields({ view: { documents } }: { view: CaseView }) {
  const chosen = Form.useWatch<string | undefined>('documentId');
  return (
    <>
      <Form.Item
        name="documentId"
        label="已报送的文件"
        extra="音像文件已作为材料报送的，在这里选择；存放在执法记录系统的，填写文件名和哈希。"
      >
        <Select
          allowClear
          options={documents.map(({ id, name, version }) => ({ value: id, label: `${name}（第 ${version} 版）` }))}
        />
      </Form.Item>
      {chosen === undefined ? <FileElsewhere /> : null}
    </>
  );
}

/** Computes the hash in the browser, without uploading the file. */
function FileElsewhere() {
  const form = Form.useFormInstance<Entry>();
  const input = useRef<HTMLInputElement>(null);
  const [reckoning, setReckoning] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const take = async (file: File) => {
    setMessage(null);
    if (file.size > maxBytes) {
      setMessage('文件超过 1 GB，请用校验工具计算 SHA-256 后填写。');
      return;
    }
    setReckoning(true);
    try {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      form.setFieldsValue({ fileName: file.name, sha256: hexadecimal(digest) });
      setMessage(`已计算：${file.name}`);
    } catch {
      setMessage('无法读取这个文件，请重新选择，或者用校验工具计算 SHA-256 后填写。');
    } finally {
      setReckoning(false);
    }
  };
  return (
    <>
      <Form.Item name="fileName" label="文件名" rules={[asked('文件名')]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="sha256"
        label="文件哈希（SHA-256）"
        normalize={(value: string) => value.trim().toLowerCase()}
        rules={[
          { required: true, message: '请填写文件哈希，或者选择文件计算' },
          { pattern: /^[0-9a-f]{64}$/, message: '文件哈希应为64位十六进制的 SHA-256' },
        ]}
        style={{ marginBottom: 8 }}
      >
        <Input className="numeric" />
      </Form.Item>
      <Flex gap={8} align="center" wrap style={{ marginBottom: 24 }}>
        <Button size="small" loading={reckoning} onClick={() => input.current?.click()}>
          选择文件计算哈希
        </Button>
        <input
          ref={input}
          type="file"
          style={{ display: 'none' }}
          aria-label="选择音像文件"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file !== undefined) void take(file);
          }}
        />
        <Typography.Text type="secondary" role="status" style={{ fontSize: 13 }}>
          {message ?? '文件只在本机计算，不上传。'}
        </Typography.Text>
      </Flex>
    </>
  );
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface VoidRecordingProps {
  readonly caseId: string;
  readonly recording: Index['items'][number];
  readonly onClose: () => void;
}

export function VoidRecording({ caseId, recording, onClose }: VoidRecordingProps) {
  const queries = useQueryClient();
  const { id, stageLabel, device } = recording;
  const remove = useMutation({
    mutationFn: (body: { reason: string }) =>
      answered(
        api.POST('/api/cases/{id}/recordings/{recordingId}/void', {
          params: { path: { id: caseId, recordingId: id } },
          body,
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: [...keys.case(caseId), 'recordings'] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={`作废${stageLabel}（${device}）的记录`}
      okText="作废"
      missing="请填写作废的理由"
      extra="原登记保留在目录中，不再计入；正确的另行登记。"
      busy={remove.isPending}
      error={remove.error}
      onReason={(reason) => remove.mutate({ reason })}
      onClose={onClose}
    />
  );
}
