/** 音像记录: the index of audio and video records, and the stages of the case without a record. */
import type { RecordingIndex as Index } from '@lawgate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { CaseView } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { instant, instantToTheSecond } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { EnterRecording, VoidRecording } from './recording-dialogs.tsx';

type Recording = Index['items'][number];

export default function CaseRecordings({ view }: { view: CaseView }) {
  const mayEnter = useMayEnter(view);
  const index = useInfiniteQuery({
    queryKey: [...keys.case(view.id), 'recordings'],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/cases/{id}/recordings', {
          params: {
            path: { id: view.id },
            query: { limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  /** The stage of the new entry; empty where the person still has to choose it. */
  const [entering, setEntering] = useState<string | null>(null);
  const [voiding, setVoiding] = useState<Recording | null>(null);
  return (
    <Loading query={index}>
      {({ pages }) => {
        const { stages = [], gaps = [] } = pages[0] ?? {};
        const items = pages.flatMap((page) => page.items);
        const enter = mayEnter ? (
          <Button type="primary" onClick={() => setEntering('')}>
            登记音像记录
          </Button>
        ) : null;
        return (
          <Flex vertical gap={16}>
            <Gaps gaps={gaps} {...(mayEnter ? { onEnter: setEntering } : {})} />
            {items.length === 0 ? (
              <Nothing action={enter}>
                还没有登记音像记录。{mayEnter ? '每段录音录像登记一条。' : '由本单位的承办人和审查人登记。'}
              </Nothing>
            ) : (
              <>
                <div className="no-print">{enter}</div>
                <Recordings view={view} items={items} {...(mayEnter ? { onVoid: setVoiding } : {})} />
              </>
            )}
            {index.hasNextPage ? (
              <Button onClick={() => void index.fetchNextPage()} loading={index.isFetchingNextPage}>
                更多记录
              </Button>
            ) : null}
            {entering === null ? null : (
              <EnterRecording view={view} stages={stages} stage={entering} onClose={() => setEntering(null)} />
            )}
            {voiding === null ? null : (
              <VoidRecording caseId={view.id} recording={voiding} onClose={() => setVoiding(null)} />
            )}
          </Flex>
        );
      }}
    </Loading>
  );
}

/** Whether the server would accept an entry, so that no form is offered that would be refused. */
function useMayEnter({ status, organisation }: CaseView): boolean {
  const me = useMe();
  return status === 'active' && organisation.id === me.organisation.id && hasRole(me, 'submitter', 'reviewer');
}

interface GapsProps {
  readonly gaps: Index['gaps'];
  readonly onEnter?: (stage: string) => void;
}

function Gaps({ gaps, onEnter }: GapsProps) {
  if (gaps.length === 0) return null;
  return (
    <section aria-label="缺少的音像记录">
      <Alert
        type="warning"
        showIcon
        title={`${gaps.length} 个环节缺少音像记录`}
        description={
          <Flex vertical gap={12} component="ul" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {gaps.map(({ stage, label, message, citation }) => (
              <li key={stage} data-gap={stage}>
                <Typography.Text strong>{label}</Typography.Text>
                <div>{message}</div>
                <Typography.Text type="secondary" style={{ display: 'block', fontSize: 13 }}>
                  依据：{citation}
                </Typography.Text>
                {onEnter === undefined ? null : (
                  <Button size="small" style={{ marginTop: 4 }} onClick={() => onEnter(stage)}>
                    补登“{label}”
                  </Button>
                )}
              </li>
            ))}
          </Flex>
        }
      />
    </section>
  );
}

interface RecordingsProps {
  readonly view: CaseView;
  readonly items: readonly Recording[];
  readonly onVoid?: (recording: Recording) => void;
}

function Recordings({ view, items, onVoid }: RecordingsProps) {
  return (
    <DataTable<Recording>
      label="音像记录目录"
      rowKey="id"
      dataSource={items}
      columns={[
        { title: '环节', dataIndex: 'stageLabel' },
        { title: '设备编号', dataIndex: 'device', className: 'numeric' },
        { title: '执法人员', dataIndex: 'officer' },
        {
          title: '起止时间',
          className: 'numeric',
          render: (_, { startedAt, endedAt }) => (
            <>
              {instantToTheSecond(startedAt)}
              <br />至 {instantToTheSecond(endedAt)}
            </>
          ),
        },
        { title: '文件', render: (_, recording) => <RecordedFile view={view} recording={recording} /> },
        {
          title: '证明内容',
          render: (_, { shows }) => <div style={{ minWidth: 160, maxWidth: 320, whiteSpace: 'pre-wrap' }}>{shows}</div>,
        },
        {
          title: '登记',
          render: (_, { enteredBy, enteredAt }) => (
            <>
              {enteredBy.name}
              <br />
              {instant(enteredAt)}
            </>
          ),
        },
        {
          title: '状态',
          render: (_, recording) => {
            const { voided, stageLabel, device } = recording;
            if (voided !== null) {
              return (
                <div style={{ maxWidth: 200 }}>
                  已作废：{voided.reason}（{voided.by.name}）
                </div>
              );
            }
            if (onVoid === undefined) return '有效';
            return (
              <Button
                size="small"
                onClick={() => onVoid(recording)}
                aria-label={`作废${stageLabel}（${device}）的记录`}
              >
                作废
              </Button>
            );
          },
        },
      ]}
    />
  );
}

/** The name links to the uploaded file; a file in another evidence system is identified by its hash. */
function RecordedFile({ view, recording }: { view: CaseView; recording: Recording }) {
  const { fileName, sha256, documentId } = recording;
  const isHere = view.documents.some(({ id }) => id === documentId);
  return (
    <div style={{ maxWidth: 260, overflowWrap: 'anywhere' }}>
      {isHere ? <Link to={`?tab=documents&document=${documentId}`}>{fileName}</Link> : fileName}
      <br />
      <Typography.Text
        type="secondary"
        style={{ fontSize: 12 }}
        copyable={{ text: sha256, tooltips: ['复制哈希', '已复制'] }}
      >
        SHA-256 {sha256.slice(0, 12)}…
      </Typography.Text>
    </div>
  );
}
