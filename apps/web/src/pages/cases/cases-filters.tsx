import { Button, DatePicker, Flex, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useCallback } from 'react';
import { useDefinitions } from '../../api/queries.ts';
import { useMe } from '../../session/session.tsx';
import type { Change } from '../../shared/address-filter.ts';
import { fullDate } from '../../shared/dates.ts';
import { SearchField } from '../../shared/search-field.tsx';
import type { CaseFilter, CaseFilterName, useTowns } from './use-cases.ts';

interface CasesFiltersProps {
  readonly filter: CaseFilter;
  readonly towns: ReturnType<typeof useTowns>['data'];
  readonly onChange: Change<CaseFilterName>;
}

const statuses = [
  { value: 'active', label: '在办' },
  { value: 'done', label: '已办结（含补录）' },
];
const sorts = [
  { value: 'created', label: '按新建时间' },
  { value: 'due', label: '按期限' },
  { value: 'updated', label: '按最近办理' },
];

export function CasesFilters({ filter, towns, onChange }: CasesFiltersProps) {
  const me = useMe();
  const { data: definitions } = useDefinitions();
  const stages = new Set(
    (definitions ?? [])
      .filter(({ key }) => filter.category === undefined || key === filter.category)
      .flatMap((definition) => definition.stages.map(({ label }) => label)),
  );
  const mine = [
    { value: 'handled', label: '我办理过的' },
    ...(me.roles.includes('submitter') ? [{ value: 'submitted', label: '我送审的' }] : []),
  ];
  const search = useCallback((q: string) => onChange({ q }), [onChange]);
  const choice = (name: CaseFilterName, label: string, options: { value: string; label: string }[], width = 130) => (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      value={filter[name] ?? null}
      options={options}
      style={{ width }}
      popupMatchSelectWidth={false}
      onChange={(value: string | undefined) => onChange({ [name]: value })}
    />
  );
  return (
    <Flex gap={8} wrap role="search" aria-label="筛选案件">
      <div style={{ flex: '1 1 200px', maxWidth: 320 }}>
        <SearchField text={filter.q ?? ''} onChange={search} label="按名称查找" />
      </div>
      {choice(
        'category',
        '类别',
        (definitions ?? []).map(({ key, label }) => ({ value: key, label })),
      )}
      {choice('status', '状态', statuses, 140)}
      {choice(
        'stage',
        '环节',
        [...stages, '补录'].map((stage) => ({ value: stage, label: stage })),
        150,
      )}
      {choice('mine', '与我有关', mine)}
      {towns === undefined || towns.length === 0
        ? null
        : choice(
            'organisation',
            '乡镇',
            towns.map(({ code, name }) => ({ value: code, label: name })),
          )}
      <DatePicker.RangePicker
        aria-label="新建日期"
        placeholder={['新建自', '至']}
        allowEmpty={[true, true]}
        value={[dayOf(filter.from), dayOf(filter.to)]}
        onChange={(range) => onChange({ from: range?.[0]?.format('YYYY-MM-DD'), to: range?.[1]?.format('YYYY-MM-DD') })}
        style={{ width: 250 }}
      />
      <Button
        type={filter.late === 'true' ? 'primary' : 'default'}
        aria-pressed={filter.late === 'true'}
        onClick={() => onChange({ late: filter.late === 'true' ? undefined : 'true' })}
      >
        只看逾期
      </Button>
      {choice('sort', '排序', sorts)}
      <Asked filter={filter} onChange={onChange} />
    </Flex>
  );
}

function dayOf(text: string | undefined) {
  return text === undefined ? null : dayjs(text);
}

/** Filters from a link that have no field: they are shown and can be removed. */
function Asked({ filter, onChange }: Pick<CasesFiltersProps, 'filter' | 'onChange'>) {
  const words: Partial<Record<CaseFilterName, (value: string) => string>> = {
    dueFrom: (day) => `期限不早于 ${fullDate(day)}`,
    dueBefore: (day) => `期限早于 ${fullDate(day)}`,
    concludedIn: (year) => `${year} 年审结`,
    holder: () => '现由指定人员办理',
    state: () => '指定状态',
  };
  return Object.entries(words).map(([name, labelOf]) => {
    const value = filter[name as CaseFilterName];
    return value === undefined ? null : (
      <Tag key={name} closable onClose={() => onChange({ [name]: undefined })} style={{ alignSelf: 'center' }}>
        {labelOf(value)}
      </Tag>
    );
  });
}
