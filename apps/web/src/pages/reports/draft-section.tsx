import type { DraftFigure as Figure, ReportTemplateVersion as Version } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { DocxUpload } from '../../shared/docx-upload.tsx';
import { Loading } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

/**
 * The draft of the annual report: every figure with its list, missing figures, and the template, which the town may
 * change.
 */
export function DraftSection({ year }: { year: string }) {
  const draft = useQuery({
    queryKey: [...keys.reports, year, 'draft'],
    queryFn: () => answered(api.GET('/api/reports/annual/{year}/draft', { params: { path: { year: year as never } } })),
  });
  return (
    <Loading query={draft}>
      {({ figures, missing, template }) => (
        <Flex vertical gap={16}>
          <Flex gap={12} align="center" wrap>
            <Button type="primary" href={`/api/reports/annual/${year}/draft.docx`} download>
              下载草稿（docx）
            </Button>
            <Typography.Text type="secondary">
              模板：{template.name}（第 {template.version} 版）。文中每个数都链接到它的清单，待补的标黄。
            </Typography.Text>
          </Flex>
          {missing.length === 0 ? (
            <Alert type="success" showIcon title="模板用到的数据都有了。" />
          ) : (
            <Alert
              type="warning"
              showIcon
              title={`有 ${missing.length} 项待补，草稿中标黄：`}
              description={
                <ul style={{ margin: 0, paddingInlineStart: 18 }}>
                  {missing.map(({ key, label, reason }) => (
                    <li key={key}>
                      {label}：{reason}
                    </li>
                  ))}
                </ul>
              }
            />
          )}
          <DataTable<Figure>
            label="年度报告中的数据"
            rowKey="key"
            dataSource={figures}
            columns={[
              { title: '栏目', dataIndex: 'section' },
              { title: '数据', dataIndex: 'label' },
              {
                title: '数值',
                align: 'right',
                render: (_, { text, unit, missing: isMissing, link, label }) =>
                  isMissing ? (
                    <Tag color="orange">待补</Tag>
                  ) : (
                    <Link to={link} className="numeric" aria-label={`${label} ${text}，查看清单`}>
                      {text}
                      {unit === '%' ? '' : unit}
                    </Link>
                  ),
              },
              { title: '模板', render: (_, { used }) => (used ? '用到' : '未用') },
            ]}
          />
          <Templates />
        </Flex>
      )}
    </Loading>
  );
}

function Templates() {
  const me = useMe();
  const queries = useQueryClient();
  const templates = useQuery({
    queryKey: [...keys.reports, 'templates'],
    queryFn: () => answered(api.GET('/api/reports/templates')),
  });
  const onSuccess = () => void queries.invalidateQueries({ queryKey: keys.reports });
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.POST('/api/reports/templates', { body: form as never, bodySerializer: (body) => body as never });
    },
    onSuccess,
  });
  const restore = useMutation({
    mutationFn: (version: number) =>
      api.POST('/api/reports/templates/{version}/restore', { params: { path: { version: String(version) as never } } }),
    onSuccess,
  });
  const mayChange = hasRole(me, 'director');
  const error = send.error ?? restore.error;
  return (
    <Card
      title="报告模板"
      size="small"
      extra={
        mayChange ? (
          <DocxUpload size="small" busy={send.isPending} onFile={(file) => send.mutate(file)}>
            上传新版
          </DocxUpload>
        ) : null
      }
    >
      {error === null ? null : <ProblemAlert error={error} />}
      <Loading query={templates}>
        {({ items }) => (
          <DataTable<Version>
            label="模板版本"
            rowKey="version"
            dataSource={items}
            columns={[
              { title: '版本', dataIndex: 'version' },
              { title: '名称', dataIndex: 'name' },
              {
                title: '上传',
                render: (_, { uploadedBy, uploadedAt }) =>
                  uploadedAt === null ? '系统内置' : `${uploadedBy?.name ?? ''} ${instant(uploadedAt)}`,
              },
              { title: '状态', render: (_, { current }) => (current ? <Tag color="green">现用</Tag> : null) },
              {
                title: '操作',
                render: (_, { version, current }) => (
                  <Flex gap={8}>
                    <Button
                      size="small"
                      href={`/api/reports/templates/${version}/content`}
                      download
                      aria-label={`下载第${version}版模板`}
                    >
                      下载
                    </Button>
                    {mayChange && !current ? (
                      <Button
                        size="small"
                        onClick={() => restore.mutate(version)}
                        aria-label={`恢复第${version}版模板`}
                      >
                        恢复
                      </Button>
                    ) : null}
                  </Flex>
                ),
              },
            ]}
          />
        )}
      </Loading>
    </Card>
  );
}
