import { Card, Typography } from 'antd';
import { Link } from 'react-router';
import './work.css';

export interface FigureOf {
  readonly label: string;
  /** Undefined while it is loading. */
  readonly count: number | string | undefined;
  /** Address of the list behind the number. */
  readonly to: string;
  readonly alarming?: boolean;
}

/** Every number opens its list. */
export function Figures({ figures, label }: { figures: readonly FigureOf[]; label: string }) {
  return (
    <ul className="figures" aria-label={label}>
      {figures.map(({ label: name, count, to, alarming }) => (
        <li key={name}>
          <Link to={to} aria-busy={count === undefined}>
            <Card size="small" hoverable styles={{ body: { padding: '10px 14px' } }}>
              <Typography.Text
                className="numeric figure"
                type={alarming === true && count !== 0 && count !== '0' && count !== undefined ? 'danger' : undefined}
              >
                {count ?? '…'}
              </Typography.Text>
              <Typography.Text type="secondary">{name}</Typography.Text>
            </Card>
          </Link>
        </li>
      ))}
    </ul>
  );
}
