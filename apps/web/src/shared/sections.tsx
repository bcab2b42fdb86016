import { Flex, Grid, Select, Tabs } from 'antd';
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

/** Tabs; on a phone, where they would not fit, a choice. Only the section that is looked at is there. */
export function Sections({ label, active, items, onChange }: SectionsProps) {
  const wide = Grid.useBreakpoint().md ?? true;
  if (wide) return <Tabs activeKey={active} onChange={onChange} items={[...items]} destroyOnHidden />;
  return (
    <Flex vertical gap={12}>
      <Select
        aria-label={label}
        value={active}
        onChange={onChange}
        options={items.map(({ key, label: text }) => ({ value: key, label: text }))}
      />
      {items.find(({ key }) => key === active)?.children}
    </Flex>
  );
}
