import { Tag, Tooltip } from 'antd';
import { fullDate, remainingWords } from './dates.ts';

/** The remaining time, with the date as a tooltip. `provisional` is shown as 暂估 and never as overdue. */
export function DueTag({ dueOn, remaining, provisional = false }: DueProps) {
  if (dueOn === null || remaining === null) return <Tag variant="outlined">无期限</Tag>;
  const colour = provisional ? 'default' : remaining < 0 ? 'red' : remaining <= 2 ? 'orange' : 'green';
  return (
    <Tooltip title={`期限：${fullDate(dueOn)}${provisional ? '（暂估，节假日安排公布后重算）' : ''}`}>
      <Tag color={colour} variant="outlined" className="numeric">
        {provisional ? `暂估 ${fullDate(dueOn)}` : remainingWords(remaining)}
      </Tag>
    </Tooltip>
  );
}

export interface DueProps {
  readonly dueOn: string | null;
  /** Working days; negative when late. */
  readonly remaining: number | null;
  readonly provisional?: boolean;
}
