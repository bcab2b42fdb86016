import type { TaskCounts } from '@lawgate/client';
import { Button, Flex, Select, type InputRef } from 'antd';
import { useCallback, type Ref } from 'react';
import type { Change } from '../../shared/address-filter.ts';
import { SearchField } from '../../shared/search-field.tsx';
import type { QueueFilter } from './use-queue.ts';

export interface QueueFiltersProps {
  readonly filter: QueueFilter;
  readonly counts: TaskCounts | undefined;
  readonly onChange: Change<keyof QueueFilter>;
  readonly searchField: Ref<InputRef>;
}

export function QueueFilters({ filter, counts, onChange, searchField }: QueueFiltersProps) {
  const search = useCallback((q: string) => onChange({ q }), [onChange]);
  return (
    <Flex vertical gap={8} role="search" aria-label="筛选待办">
      <SearchField text={filter.q ?? ''} onChange={search} label="按名称查找" field={searchField} />
      <Flex gap={8} wrap>
        <Button
          size="small"
          type={filter.late === undefined ? 'primary' : 'default'}
          aria-pressed={filter.late === undefined}
          onClick={() => onChange({ late: undefined })}
        >
          待办 {counts?.open ?? ''}
        </Button>
        <Button
          size="small"
          type={filter.late === 'true' ? 'primary' : 'default'}
          aria-pressed={filter.late === 'true'}
          onClick={() => onChange({ late: filter.late === 'true' ? undefined : 'true' })}
        >
          逾期 {counts?.late ?? ''}
        </Button>
      </Flex>
      <Flex gap={8}>
        <Select
          aria-label="类别"
          placeholder="全部类别"
          allowClear
          value={filter.category ?? null}
          style={{ flex: 1, minWidth: 0 }}
          options={(counts?.byCategory ?? []).map(({ category, label, open }) => ({
            value: category,
            label: `${label}（${open}）`,
          }))}
          onChange={(category: string | undefined) => onChange({ category })}
        />
        <Select
          aria-label="环节"
          placeholder="全部环节"
          allowClear
          value={filter.key ?? null}
          style={{ flex: 1, minWidth: 0 }}
          options={(counts?.byKey ?? []).map(({ key, label, open }) => ({ value: key, label: `${label}（${open}）` }))}
          onChange={(key: string | undefined) => onChange({ key })}
        />
      </Flex>
    </Flex>
  );
}
