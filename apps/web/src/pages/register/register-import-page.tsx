import type { MapRegisterImport as Mapping, RegisterImportWithRows as Import } from '@lawgate/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress, Segmented, Steps, Tag, Typography, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { Columns, Sheets } from './import-mapping.tsx';

type Row = Import['rows']['items'][number];

const key = ['register-imports'] as const;
const states = { draft: '待核对', running: '正在导入', done: '已导入' } as const;

/** Imports past registers as back-dated cases: upload, check each line, start; the page can be left meanwhile. */
export default function RegisterImportPage() {
  const { id } = useParams();
  return <Page title="导入往年台账">{id === undefined ? <Imports /> : <OneImport id={id} />}</Page>;
}

function Imports() {
  const navigate = useNavigate();
  const imports = useQuery({ queryKey: key, queryFn: () => answered(api.GET('/api/register/imports')) });
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return answered(
        api.POST('/api/register/imports', { body: form as never, bodySerializer: (body) => body as never }),
      );
    },
    onSuccess: (made) => void navigate(`/register/imports/${made.id}`),
  });
  return (
    <>
      <Upload.Dragger
        accept=".csv,.xlsx"
        showUploadList={false}
        disabled={send.isPending}
        beforeUpload={(file) => {
          send.mutate(file);
          return false;
        }}
      >
        <Typography.Paragraph style={{ margin: 0 }}>
          {send.isPending ? '正在读取……' : '把台账文件（csv 或 xlsx）拖到这里，或者点击选择'}
        </Typography.Paragraph>
        <Typography.Text type="secondary">
          列的顺序和叫法可以不同；先预览，核对后才导入，同一份文件不会重复导入。
        </Typography.Text>
      </Upload.Dragger>
      {send.error === null ? null : <ProblemAlert error={send.error} />}
      <Loading query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>还没有导入过台账。</Nothing>
          ) : (
            <DataTable<(typeof items)[number]>
              label="导入记录"
              rowKey="id"
              dataSource={items}
              columns={[
                {
                  title: '文件',
                  render: (_, { id, fileName }) => <Link to={`/register/imports/${id}`}>{fileName}</Link>,
                },
                { title: '状态', render: (_, { state }) => <Tag>{states[state]}</Tag> },
                { title: '行数', align: 'right', render: (_, { counts }) => counts.rows },
                { title: '已导入', align: 'right', render: (_, { counts }) => counts.added },
                { title: '导入人', render: (_, { createdBy, createdAt }) => `${createdBy.name} ${instant(createdAt)}` },
              ]}
            />
          )
        }
      </Loading>
    </>
  );
}

const rowFilters = [
  { value: 'refuse', label: '有问题' },
  { value: 'add', label: '将导入' },
  { value: 'skip', label: '已有，跳过' },
  { value: 'added', label: '已导入' },
  { value: 'all', label: '全部' },
] as const;
type RowFilter = (typeof rowFilters)[number]['value'];

function OneImport({ id }: { id: string }) {
  const queries = useQueryClient();
  const [which, setWhich] = useState<RowFilter>('refuse');
  const found = useInfiniteQuery({
    queryKey: [...key, id, which],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/register/imports/{id}', {
          params: { path: { id }, query: { rows: which, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ rows }) => rows.next,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.state === 'running' ? 1000 : false),
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: key });
  const map = useMutation({
    mutationFn: (body: Mapping) =>
      answered(api.PUT('/api/register/imports/{id}/mapping', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
  const choose = useMutation({
    mutationFn: (sheet: string) =>
      answered(api.PUT('/api/register/imports/{id}/sheet', { params: { path: { id } }, body: { sheet } })),
    onSuccess: refresh,
  });
  const run = useMutation({
    mutationFn: () => answered(api.POST('/api/register/imports/{id}/run', { params: { path: { id } } })),
    onSuccess: refresh,
  });
  return (
    <Loading query={found}>
      {({ pages }) => {
        const view = pages[0] as Import;
        const rows = pages.flatMap((page) => page.rows.items);
        const { counts, progress, state } = view;
        return (
          <>
            <Steps
              size="small"
              current={state === 'draft' ? 1 : state === 'running' ? 2 : 3}
              items={[{ title: '上传' }, { title: '核对' }, { title: '导入' }, { title: '完成' }]}
            />
            <Typography.Text type="secondary">
              {view.fileName}（{view.format}，{view.encoding}）{view.sheet === null ? '' : `，工作表“${view.sheet}”`}
            </Typography.Text>
            <Sheets view={view} onChoose={(sheet) => choose.mutate(sheet)} busy={choose.isPending} />
            {choose.error === null ? null : <ProblemAlert error={choose.error} />}
            {state === 'draft' ? (
              <Columns
                key={`${view.sheet} ${view.headings.join()}`}
                view={view}
                onMap={(body) => map.mutate(body)}
                busy={map.isPending}
              />
            ) : (
              <Progress
                percent={progress.of === 0 ? 100 : Math.round((progress.done / progress.of) * 100)}
                aria-label="导入进度"
                status={state === 'done' ? 'success' : 'active'}
              />
            )}
            {map.error === null ? null : <ProblemAlert error={map.error} />}
            {run.error === null ? null : <ProblemAlert error={run.error} />}
            <Alert
              type={counts.refuse > 0 ? 'warning' : 'info'}
              showIcon
              title={
                state === 'draft'
                  ? `共 ${counts.rows} 行：将导入 ${counts.add} 行，已有而跳过 ${counts.skip} 行，有问题 ${counts.refuse} 行（不导入，其余照常）。`
                  : `已导入 ${counts.added} 行，有问题 ${counts.refuse} 行，跳过 ${counts.skip} 行。${state === 'running' ? '可以离开本页，导入在后台进行。' : ''}`
              }
              action={
                state === 'draft' ? (
                  <Button
                    type="primary"
                    onClick={() => run.mutate()}
                    loading={run.isPending}
                    disabled={counts.add === 0}
                  >
                    导入 {counts.add} 行
                  </Button>
                ) : undefined
              }
            />
            <Segmented
              aria-label="显示哪些行"
              value={which}
              onChange={setWhich}
              options={[...rowFilters]}
              style={{ alignSelf: 'flex-start' }}
            />
            {rows.length === 0 ? (
              <Nothing>没有这样的行。</Nothing>
            ) : (
              <DataTable<Row>
                label="台账各行"
                rowKey="line"
                dataSource={rows}
                columns={[
                  { title: '行', dataIndex: 'line', align: 'right', fixed: 'left' },
                  {
                    title: '问题',
                    width: 320,
                    render: (_, { problems, caseId }) =>
                      caseId !== null ? (
                        <Link to={`/cases/${caseId}`}>查看案件</Link>
                      ) : (
                        problems.map(({ column, message, code }) => (
                          <div key={code + message}>{column === null ? message : `${column}：${message}`}</div>
                        ))
                      ),
                  },
                  ...view.headings.map((heading, index) => ({
                    title: heading,
                    key: String(index),
                    render: (_: unknown, { cells }: Row) => cells[index] ?? '',
                  })),
                ]}
              />
            )}
            {found.hasNextPage ? (
              <Button onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
                更多行
              </Button>
            ) : null}
          </>
        );
      }}
    </Loading>
  );
}
