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
 * Tabs, or a select on a phone, where tabs do not fit. Only the active section is rendered, and it is kept when the
 * width changes.
 */
export function Sections({ label, active, items, onChange }: SectionsProps) {
  const wide = Grid.useBreakpoint().md ?? true;
  return (
    <Tabs
      activeKey={active}
      onChange={onChange}
      items={[...items]}
      destroyOnHidden
      {...(wide
        ? {}
        : {
            renderTabBar: ({ id }: { id: string }) => (
              // The select labels its section, like a tab.
              <div id={`${id}-tab-${active}`} style={{ marginBottom: 12 }}>
                <Select
                  aria-label={label}
                  value={active}
                  onChange={onChange}
                  options={items.map(({ key, label: text }) => ({ value: key, label: text }))}
                  style={{ width: '100%' }}
                />
              </div>
            ),
          })}
    />
  );
}
