/** The comparison of a material, such as the sealed copy, with the reviewed text. It starts by itself when the material arrives. */
import type { ComparisonSummary } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag } from 'antd';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { sameFile } from '../../case-parts/same-file.ts';
import type { CaseDocument } from '../../api/types.ts';

/** Milliseconds between polls of a running comparison. */
const soon = 2000;

interface StartedComparisonProps {
  readonly caseId: string;
  readonly documents: readonly CaseDocument[];
  /** The newest version of the material. */
  readonly newest: CaseDocument;
  /** Id of the document with the reviewed text; undefined where there is none yet. */
  readonly comparedWith: string | undefined;
  /** Whether this person may accept the result now. */
  readonly acceptable: boolean;
  readonly onOpen: (before: CaseDocument, after: CaseDocument) => void;
}

export function StartedComparison({
  caseId,
  documents,
  newest,
  comparedWith,
  acceptable,
  onOpen,
}: StartedComparisonProps) {
  const { data } = useQuery({
    queryKey: [...keys.case(caseId), 'comparisons', newest.id],
    queryFn: () => answered(api.GET('/api/cases/{id}/comparisons', { params: { path: { id: caseId } } })),
    refetchInterval: ({ state }) => (state.data?.items.some(({ state: of }) => of === 'pending') ? soon : false),
  });
  const before = documents.find(({ id }) => id === comparedWith);
  if (data === undefined || before === undefined) return null;
  const found = data.items.find(({ left, right }) => left.documentId === before.id && right.documentId === newest.id);
  // One that arrived before the contract might be signed was not compared by itself.
  if (found === undefined && !acceptable) return null;
  const { color, words } = found === undefined ? notStarted : statusOf(found);
  const isOpen = found?.accepted == null && acceptable;
  return (
    <Flex gap={8} wrap align="center">
      <Tag color={color} style={{ whiteSpace: 'normal' }}>
        {words}
      </Tag>
      {found?.state === 'pending' ? null : (
        <Button
          size="small"
          type={isOpen ? 'primary' : 'default'}
          onClick={() => onOpen(before, newest)}
          className="no-print"
        >
          {isOpen ? (found === undefined || found.outdated ? '与审定文本比对' : '查看比对结果并确认') : '查看比对结果'}
        </Button>
      )}
    </Flex>
  );
}

const notStarted = { color: 'warning', words: '尚未与审定文本比对' } as const;

function statusOf({ state, accepted, outdated, basis, differences, notCompared, left, right }: ComparisonSummary) {
  if (state === 'pending') return { color: 'processing', words: '正在与审定文本比对' };
  if (accepted !== null) return { color: 'success', words: `比对结果已由${accepted.by.name}确认` };
  if (outdated) return { color: 'warning', words: '须重新与审定文本比对' };
  if (state === 'failed') return { color: 'error', words: '无法自动比对，须人工核对' };
  if (basis === 'pages') return { color: 'warning', words: '没有可比对的文字，须人工核对' };
  const gaps = notCompared.length === 0 ? '' : `，${notCompared.length}处没有比对，须人工核对`;
  if (differences !== 0) return { color: 'warning', words: `与审定文本有${differences ?? '若干'}处不同${gaps}` };
  if (notCompared.length > 0) return { color: 'warning', words: `已比对的文字与审定文本一致${gaps}` };
  if (left.sha256 === right.sha256) return { color: 'warning', words: sameFile };
  return { color: 'success', words: '与审定文本一致，待确认' };
}
