/** The templates of one kind of paper: download, upload, sample, put in force, go back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Flex, Tag, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { fileSize } from '../../case-parts/document-content.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { DocxUpload } from '../../shared/docx-upload.tsx';
import { Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { ReasonDialog } from '../../shared/reason-dialog.tsx';
import { templatesKey, versionName, type PaperTemplates } from './paper-templates.ts';
import { TemplateSample } from './template-sample.tsx';

interface TemplateKindProps {
  readonly of: PaperTemplates;
  /** Where all kinds are listed. */
  readonly back: string;
}

interface Row {
  readonly version: number;
  /** Null for the built-in one. */
  readonly uploaded: PaperTemplates['versions'][number] | null;
}

/** Putting a later version in force and going back to an earlier one have different labels. */
const verbOf = (version: number, inForce: number): string => (version > inForce ? '启用' : '退回');

export function TemplateKind({
  of: { kind, label, inForce, placeholders, versions, choices },
  back,
}: TemplateKindProps) {
  const [shown, setShown] = useState<number | null>(null);
  const [choosing, setChoosing] = useState<number | null>(null);
  const rows: readonly Row[] = [
    ...versions.map((uploaded) => ({ version: uploaded.version, uploaded })),
    { version: 0, uploaded: null },
  ];
  return (
    <Flex vertical gap={16}>
      <Flex gap={12} align="baseline" wrap>
        <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
          {label}的模板
        </Typography.Title>
        <Link to={back}>返回各种文书</Link>
      </Flex>
      <Typography.Paragraph type="secondary" style={{ margin: 0 }}>
        下载一版，在 WPS 或 Word 中改好，另存为 docx
        上传。上传后先看样张，再启用。启用之后办理的事项用新模板，已生成的文书不变。
      </Typography.Paragraph>
      <details>
        <summary>可用的占位符（{placeholders.length} 个）</summary>
        <Typography.Paragraph style={{ marginBlock: 8 }}>
          写在要填的地方，生成文书时换成相应的文字。<code>{'{{正文}}'}</code> 必须有，单独成段。
        </Typography.Paragraph>
        <Flex gap={8} wrap>
          {placeholders.map((name) => (
            <code key={name}>{`{{${name}}}`}</code>
          ))}
        </Flex>
      </details>
      <UploadTemplate kind={kind} label={label} inForce={inForce} />
      <DataTable<Row>
        label={`${label}的模板版本`}
        rowKey="version"
        dataSource={rows}
        columns={[
          {
            title: '版本',
            render: (_, { version }) => (
              <Flex gap={8}>
                {versionName(version)}
                {version === inForce ? <Tag color="green">现用</Tag> : null}
              </Flex>
            ),
          },
          {
            title: '文件',
            render: (_, { uploaded }) =>
              uploaded === null ? '按国标版式' : `${uploaded.fileName}（${fileSize(uploaded.size)}）`,
          },
          {
            title: '上传',
            render: (_, { uploaded }) =>
              uploaded === null ? '—' : `${uploaded.uploadedBy.name} ${instant(uploaded.uploadedAt)}`,
          },
          {
            title: '操作',
            render: (_, { version }) => (
              <Flex gap={8}>
                <Button size="small" onClick={() => setShown(version)} aria-label={`看样张：${versionName(version)}`}>
                  看样张
                </Button>
                <Button
                  size="small"
                  href={`/api/papers/templates/${kind}/content?version=${version}`}
                  download
                  aria-label={`下载：${versionName(version)}`}
                >
                  下载
                </Button>
                {version === inForce ? null : (
                  <Button
                    size="small"
                    onClick={() => setChoosing(version)}
                    aria-label={`${verbOf(version, inForce)}：${versionName(version)}`}
                  >
                    {verbOf(version, inForce)}
                  </Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      <Choices label={label} choices={choices} />
      {shown === null ? null : (
        <TemplateSample key={shown} kind={kind} label={label} version={shown} onClose={() => setShown(null)} />
      )}
      {choosing === null ? null : (
        <ChooseDialog
          kind={kind}
          version={choosing}
          verb={verbOf(choosing, inForce)}
          onClose={() => setChoosing(null)}
        />
      )}
    </Flex>
  );
}

interface UploadTemplateProps {
  readonly kind: string;
  readonly label: string;
  readonly inForce: number;
}

/** The server reports problems of a file, and then stores nothing. */
function UploadTemplate({ kind, label, inForce }: UploadTemplateProps) {
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return answered(
        api.POST('/api/papers/templates/{kind}', {
          params: { path: { kind } },
          body: form as never,
          bodySerializer: (body) => body as never,
        }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: templatesKey }),
  });
  const latest = send.data?.versions[0];
  return (
    <Flex vertical gap={8}>
      <DocxUpload type="primary" busy={send.isPending} onFile={(file) => send.mutate(file)}>
        上传{label}的模板（docx）
      </DocxUpload>
      {send.error === null ? null : (
        <>
          <Typography.Text strong>“{send.variables?.name}”没有收下：</Typography.Text>
          <ProblemAlert error={send.error} />
        </>
      )}
      {latest === undefined || latest.version === inForce ? null : (
        <Alert
          type="success"
          showIcon
          role="status"
          title={`“${latest.fileName}”已收下，为${versionName(latest.version)}，尚未启用。请先看样张。`}
        />
      )}
    </Flex>
  );
}

function Choices({ label, choices }: { label: string; choices: PaperTemplates['choices'] }) {
  return (
    <section aria-labelledby="template-choices">
      <Typography.Title level={3} id="template-choices" style={{ fontSize: 16 }}>
        启用记录
      </Typography.Title>
      {choices.length === 0 ? (
        <Nothing>一直用系统自带的模板。上传本单位的模板后，在上面启用。</Nothing>
      ) : (
        <DataTable<PaperTemplates['choices'][number]>
          label={`${label}的启用记录`}
          rowKey="chosenAt"
          dataSource={choices}
          columns={[
            { title: '启用的模板', render: (_, { version }) => versionName(version) },
            { title: '经办', render: (_, { chosenBy, chosenAt }) => `${chosenBy.name} ${instant(chosenAt)}` },
            { title: '理由', dataIndex: 'reason' },
          ]}
        />
      )}
    </section>
  );
}

interface ChooseDialogProps {
  readonly kind: string;
  readonly version: number;
  readonly verb: string;
  readonly onClose: () => void;
}

function ChooseDialog({ kind, version, verb, onClose }: ChooseDialogProps) {
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: (reason: string) =>
      answered(
        api.POST('/api/papers/templates/{kind}/choice', { params: { path: { kind } }, body: { version, reason } }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: templatesKey });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={version === 0 ? '退回系统自带的模板' : `${verb}${versionName(version)}模板`}
      okText={verb}
      missing={`请填写${verb}的理由`}
      extra="从现在起办理的事项用这一版，已生成的文书不变。"
      busy={choose.isPending}
      error={choose.error}
      onReason={(reason) => choose.mutate(reason)}
      onClose={onClose}
    />
  );
}
