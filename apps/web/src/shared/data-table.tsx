import { Table, type TableProps } from 'antd';
import { useLayoutEffect, useRef } from 'react';

export interface DataTableProps<T> extends Omit<TableProps<T>, 'title'> {
  /** Accessible name of the table. */
  readonly label: string;
}

/** A plain table: dense, unpaged, scrolled horizontally where it does not fit, also by the keyboard. */
export function DataTable<T extends object>({ label, ...props }: DataTableProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const scrolled of frame.current?.querySelectorAll('.ant-table-content, .ant-table-body') ?? []) {
      scrolled.setAttribute('tabindex', '0');
      scrolled.setAttribute('role', 'region');
      scrolled.setAttribute('aria-label', label);
    }
  });
  return (
    <div ref={frame} style={{ maxWidth: '100%', minWidth: 0 }}>
      <Table<T> size="small" pagination={false} scroll={{ x: 'max-content' }} {...props} />
    </div>
  );
}
