/** The comparison that started by itself when a material arrived, such as that of the sealed copy with the reviewed text. */
import type { ComparisonSummary } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag } from 'antd';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { CaseDocument } from '../../api/types.ts';

/** Milliseconds between polls of a running comparison. */
const soon = 2000;

interface StartedComparisonProps {
  readonly caseId: string;
  readonly documents: readonly CaseDocument[];
  /** The newest version of the material. */
  readonly newest: CaseDocument;
  readonly onOpen: (before: CaseDocument, after: CaseDocument) => void;
}

export function StartedComparison({ caseId, documents, newest, onOpen }: StartedComparisonProps) {
  const { data } = useQuery({
    queryKey: [...keys.case(caseId), 'comparisons', newest.id],
    queryFn: () => answered(api.GET('/api/cases/{id}/comparisons', { params: { path: { id: caseId } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(({ state: of }) => of === 'pending') ? soon : false),
  });
  const found = data?.items.find(({ right }) => right.documentId === newest.id);
  const before = documents.find(({ id }) => id === found?.left.documentId);
  if (found === undefined || before === undefined) return null;
  const { color, words } = statusOf(found);
  return (
    <Flex gap={8} wrap align="center">
      <Tag color={color} style={{ whiteSpace: 'normal' }}>
        {words}
      </Tag>
      {found.state === 'pending' ? null : (
        <Button
          size="small"
          type={found.accepted === null ? 'primary' : 'default'}
          onClick={() => onOpen(before, newest)}
          className="no-print"
        >
          {found.accepted === null ? '查看比对结果并确认' : '查看比对结果'}
        </Button>
      )}
    </Flex>
  );
}

function statusOf({ state, accepted, basis, differences, notCompared }: ComparisonSummary) {
  if (state === 'pending') return { color: 'processing', words: '正在与审定文本比对' };
  if (accepted !== null) return { color: 'success', words: `比对结果已由${accepted.by.name}确认` };
  if (state === 'failed') return { color: 'error', words: '无法自动比对，须人工核对' };
  if (basis === 'pages') return { color: 'warning', words: '没有可比对的文字，须人工核对' };
  const gaps = notCompared.length === 0 ? '' : `，${notCompared.length}处没有比对，须人工核对`;
  if (differences !== 0) return { color: 'warning', words: `与审定文本有${differences ?? '若干'}处不同${gaps}` };
  if (notCompared.length > 0) return { color: 'warning', words: `已比对的文字与审定文本一致${gaps}` };
  return { color: 'success', words: '与审定文本一致，待确认' };
}
