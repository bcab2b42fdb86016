import { Alert } from 'antd';
import type { CaseHistory } from '../api/types.ts';
import { instant } from '../shared/dates.ts';

/** Shows what others did while the person typed, next to the typed values; the person then decides again. */
export function ChangedMeanwhile({
  since,
  label,
  gone,
}: {
  since: readonly CaseHistory[];
  label: string;
  gone: boolean;
}) {
  if (since.length === 0 && !gone) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      style={{ marginBottom: 16 }}
      title={gone ? `案件已有变化，现在不能“${label}”` : '您填写期间，案件有了新的变化'}
      description={
        <>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {since.map(({ seq, at, actor, label: done }) => (
              <li key={seq}>
                {instant(at)} {actor?.name ?? '系统'}：{done}
              </li>
            ))}
          </ul>
          {gone ? '您填写的内容仍保存在本机，不会丢失。' : '您填写的内容没有变化，看过后可以重新提交。'}
        </>
      }
    />
  );
}
