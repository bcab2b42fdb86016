import { Grid, Select, Tabs } from 'antd';
import type { ReactNode } from 'react';

export interface SectionItem {
  readonly key: string;
  readonly label: string;
  readonly children: ReactNode;
}

export interface SectionsProps {
  readonly label: string;
  readonly active: string;
  readonly items: readonly SectionItem[];
  readonly onChange: (key: string) => void;
}

/**
 * Tabs; on a phone, where they would not fit, a choice. Only the section that is looked at is there, and it stays when the
 * window becomes narrow or wide: a phone that is turned loses nothing of what was typed.
 */
export function Sections({ label, active, items, onChange }: SectionsProps) {
  const wide = Grid.useBreakpoint().md ?? true;
  const choice = () => (
    <Select
      aria-label={label}
      value={active}
      onChange={onChange}
      options={items.map(({ key, label: text }) => ({ value: key, label: text }))}
      style={{ width: '100%', marginBottom: 12 }}
    />
  );
  return (
    <Tabs
      activeKey={active}
      onChange={onChange}
      items={[...items]}
      {...(wide ? {} : { renderTabBar: choice })}
      destroyOnHidden
    />
  );
}
