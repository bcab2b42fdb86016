import { Card, Typography } from 'antd';
import { Link } from 'react-router';

export interface FigureProps {
  readonly label: string;
  readonly value: number | string | null;
  readonly unit?: string;
  /** The list behind it. */
  readonly to?: string;
  readonly note?: string;
  readonly alarming?: boolean;
}

/** A number that opens its list. */
export function Figure({ label, value, unit = '件', to, note, alarming = false }: FigureProps) {
  const text = value === null ? '—' : typeof value === 'number' ? `${value}` : value;
  const number = (
    <span
      className="numeric"
      style={{ fontSize: 28, fontWeight: 600, color: alarming ? 'var(--ant-color-error)' : undefined }}
    >
      {text}
    </span>
  );
  return (
    <Card size="small" style={{ flex: '1 1 150px', minWidth: 150 }}>
      <Typography.Text type="secondary">{label}</Typography.Text>
      <div>
        {to === undefined ? (
          number
        ) : (
          <Link to={to} aria-label={`${label} ${text} ${unit}，查看清单`}>
            {number}
          </Link>
        )}
        {value === null ? null : <span style={{ marginInlineStart: 4 }}>{unit}</span>}
      </div>
      {note === undefined ? null : <Typography.Text type="secondary">{note}</Typography.Text>}
    </Card>
  );
}
