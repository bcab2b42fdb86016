import { Card } from 'antd';
import type { ReactNode } from 'react';

export function Section({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <Card size="small" title={<h2 style={{ fontSize: 15, margin: 0 }}>{title}</h2>} extra={more}>
      {children}
    </Card>
  );
}
