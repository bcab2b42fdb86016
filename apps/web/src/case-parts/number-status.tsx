/** Whether a document number is valid; the director makes it void, with a reason that stays next to it. */
import type { DocumentNumber, VoidNumberRequest as Reason } from '@lawgate/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { hasRole, useMe } from '../session/session.tsx';
import { instant } from '../shared/dates.ts';
import { ReasonDialog } from '../shared/reason-dialog.tsx';

export type GivenNumber = DocumentNumber;

export function NumberStatus({ number }: { number: GivenNumber }) {
  const [voiding, setVoiding] = useState(false);
  return (
    <>
      <Status number={number} onVoid={() => setVoiding(true)} />
      {/* It stays open when a colleague was faster, so that the person who typed sees the answer. */}
      {voiding ? <VoidDialog number={number} onClose={() => setVoiding(false)} /> : null}
    </>
  );
}

function Status({ number, onVoid }: { number: GivenNumber; onVoid: () => void }) {
  const me = useMe();
  const { text, voidReason, voidedBy, voidedAt } = number;
  if (voidReason !== null) {
    return (
      <span>
        <Tag color="red" variant="outlined">
          已作废
        </Tag>{' '}
        {voidReason}
        {voidedBy === null || voidedAt === null ? '' : `（${voidedBy} ${instant(voidedAt)}）`}
      </span>
    );
  }
  if (!hasRole(me, 'director')) return '有效';
  return (
    <Button size="small" onClick={onVoid} aria-label={`作废：${text}`}>
      作废
    </Button>
  );
}

function VoidDialog({ number: { id, text, caseId }, onClose }: { number: GivenNumber; onClose: () => void }) {
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (body: Reason) => answered(api.POST('/api/numbers/{id}/void', { params: { path: { id } }, body })),
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: keys.numbers }),
        queries.invalidateQueries({ queryKey: keys.case(caseId) }),
      ]);
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={`作废 ${text}`}
      okText="作废"
      missing="请填写作废的理由"
      extra="作废后不能恢复，序号不再使用；理由记入案件的经过。"
      busy={send.isPending}
      error={send.error}
      onReason={(reason) => send.mutate({ reason })}
      onClose={onClose}
    />
  );
}
