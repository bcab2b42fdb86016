/** Whether what the page shows agrees with the chain of the case: asked by the page itself, shown to everybody who reads it. */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

/** Spots that the notice names. */
const maxNamed = 8;

/** Independent of the case itself: a case that was changed need not be one that can still be shown. */
export function CaseVerificationNotice({ caseId }: { readonly caseId: string }) {
  const { data } = useQuery({
    queryKey: keys.verification(caseId),
    queryFn: () => answered(api.GET('/api/cases/{id}/verification', { params: { path: { id: caseId } } })),
    // What somebody changed in the database comes without a new version of the case.
    refetchOnMount: 'always',
    retry: false,
  });
  if (data === undefined || data.verified) return null;
  const reasons = [...new Set(data.findings.map(({ reason }) => reason))];
  const more = reasons.length > maxNamed ? `等${reasons.length}项` : '';
  return (
    <Alert
      type="error"
      showIcon
      title={`本案记录与留痕不一致：${reasons.slice(0, maxNamed).join('；')}${more}`}
      description="页面所示内容可能在数据库中被改动过，不能作为依据。请保全数据库，并告知系统管理员和审计员。"
    />
  );
}
