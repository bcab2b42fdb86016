/** The file of the case: its index, and the proof pack. */
import type { ProofPack as Pack } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Progress, Typography } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { answered, api, newCommandKey } from '../../api/client.ts';
import type { CaseView } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { instant } from '../../shared/dates.ts';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { FileIndex } from './file-index.tsx';

export default function CaseFile({ view }: { view: CaseView }) {
  const me = useMe();
  return (
    <Flex vertical gap={16}>
      {hasRole(me, 'director', 'leader', 'archivist') ? <ProofPack view={view} /> : null}
      <FileIndex view={view} />
    </Flex>
  );
}

/** Milliseconds between polls of a pack that is being made. */
const soon = 2000;

const isUnderWay = ({ state }: Pack) => state === 'ordered' || state === 'making';

/** The latest pack of this case alone, so that a person who left the page finds it again. */
function ProofPack({ view }: { view: CaseView }) {
  const queries = useQueryClient();
  const key = useRef(newCommandKey());
  const order = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/proof-packs', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: { caseIds: [view.id] },
        }),
      ),
    onSuccess: () => {
      key.current = newCommandKey();
      return queries.invalidateQueries({ queryKey: ['proof-packs'] });
    },
  });
  const packs = useQuery({
    queryKey: ['proof-packs'],
    queryFn: () => answered(api.GET('/api/proof-packs')),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? soon : false),
  });
  const made = packs.data?.items.find(({ cases, progress }) => progress.of === 1 && cases[0]?.id === view.id);
  return (
    <Card size="small" title={<h2 style={{ margin: 0, fontSize: 16 }}>履职证明包</h2>}>
      <Flex vertical gap={8} align="start">
        <Typography.Text>
          {view.recorded === null
            ? '汇集本案全部材料、文书、意见、期限和办理记录'
            : '汇集台账记载、补充的扫描件和登记记录'}
          ，离线即可校验。后台制作，可以离开本页。
        </Typography.Text>
        <div role="status">{made === undefined ? null : <Made pack={made} />}</div>
        <Flex gap={12} align="center" wrap className="no-print">
          <Button
            onClick={() => order.mutate()}
            loading={order.isPending}
            disabled={made !== undefined && isUnderWay(made)}
          >
            {made === undefined ? '制作证明包' : '重新制作'}
          </Button>
          <Link to="/archive?tab=packs">全部证明包</Link>
        </Flex>
        {order.error === null ? null : <ProblemAlert error={order.error} />}
      </Flex>
    </Card>
  );
}

function Made({ pack }: { pack: Pack }) {
  const { id, state, name, problem, progress, madeAt } = pack;
  if (state === 'failed') return <Alert type="error" showIcon title={problem ?? '制作失败，请重试。'} />;
  if (state === 'expired') return <Typography.Text type="secondary">上一次制作的已过保存期。</Typography.Text>;
  if (state !== 'done') {
    return (
      <Progress
        percent={Math.round((progress.done / Math.max(1, progress.of)) * 100)}
        aria-label="证明包制作进度"
        style={{ width: 240 }}
      />
    );
  }
  return (
    <Flex gap={8} align="center" wrap>
      <Button type="primary" href={`/api/proof-packs/${id}/content`} download={name}>
        下载证明包
      </Button>
      <Typography.Text type="secondary" style={{ overflowWrap: 'anywhere' }}>
        {name}
        {madeAt === null ? '' : `，${instant(madeAt)}制作`}
      </Typography.Text>
    </Flex>
  );
}
