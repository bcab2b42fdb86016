import { Button, Flex, Input, Select, type InputRef } from 'antd';
import { useEffect, useState, type Ref } from 'react';
import type { Answer } from '../../api/types.ts';
import type { QueueFilter } from './use-queue.ts';

export interface QueueFiltersProps {
  readonly filter: QueueFilter;
  readonly counts: Answer<'/api/tasks/counts'> | undefined;
  readonly onChange: (change: Partial<Record<keyof QueueFilter, string | undefined>>) => void;
  readonly searchField: Ref<InputRef>;
}

export function QueueFilters({ filter, counts, onChange, searchField }: QueueFiltersProps) {
  return (
    <Flex vertical gap={8} role="search" aria-label="筛选待办">
      <TextFilter text={filter.q ?? ''} onChange={(q) => onChange({ q })} field={searchField} />
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

/** Typing is never interrupted by the list: it is asked when the hand rests. */
function TextFilter({
  text,
  onChange,
  field,
}: {
  text: string;
  onChange: (text: string) => void;
  field: Ref<InputRef>;
}) {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <Input
      ref={field}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      placeholder="按名称查找"
      aria-label="按名称查找"
      aria-keyshortcuts="/"
      allowClear
      maxLength={200}
    />
  );
}
