/** Compares any two documents of a case, such as the sealed copy and the reviewed text. */
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import type { CaseDocument } from '../../api/types.ts';

interface CompareAnyProps {
  readonly documents: readonly CaseDocument[];
  readonly labels: Readonly<Record<string, string>>;
  readonly onCompare: (before: CaseDocument, after: CaseDocument) => void;
}

export function CompareAny({ documents, labels, onCompare }: CompareAnyProps) {
  const [left, setLeft] = useState<string>();
  const [right, setRight] = useState<string>();
  if (documents.length < 2) return null;
  const options = documents.map(({ id, kind, version }) => ({
    value: id,
    label: `${labels[kind] ?? '材料'}（第 ${version} 版）`,
  }));
  const before = documents.find(({ id }) => id === left);
  const after = documents.find(({ id }) => id === right);
  return (
    <details className="no-print" style={{ padding: '10px 0' }}>
      <summary>比较任意两份材料</summary>
      <Flex vertical gap={8} style={{ marginTop: 8 }}>
        <Select
          aria-label="原文"
          placeholder="原文，如审定的文本"
          options={options}
          value={left ?? null}
          onChange={setLeft}
        />
        <Select
          aria-label="后来的文本"
          placeholder="后来的文本，如盖章文本"
          options={options.filter(({ value }) => value !== left)}
          value={right ?? null}
          onChange={setRight}
        />
        <div>
          <Button
            disabled={before === undefined || after === undefined || left === right}
            onClick={() => {
              if (before !== undefined && after !== undefined) onCompare(before, after);
            }}
          >
            比较
          </Button>
        </div>
      </Flex>
    </details>
  );
}
