/**
 * 审签: the opinion letter, assembled from findings and opinions, is edited in place and can be previewed as the paper.
 */
import { Alert, Button, Flex, Form, Input, Typography } from 'antd';
import { use, useEffect } from 'react';
import { Loading } from '../shared/page.tsx';
import { SchemaFields } from '../shared/schema-form.tsx';
import type { Schema } from '../shared/schema.ts';
import type { FieldsProps } from './forms.ts';
import { LetterPreview } from './letter-preview.tsx';
import { eventOverride } from './plain-fields.tsx';
import { Touched } from './touched.ts';
import { useLetter, type Letter } from './use-letter.ts';

const field = 'letter';

interface Line {
  readonly part: string;
  readonly text?: string;
  readonly from?: readonly string[];
}

export function LetterFields({ view, schema }: FieldsProps) {
  const { [field]: letter, ...others } = schema.properties ?? {};
  const query = useLetter(view.id);
  return (
    <>
      {letter === undefined ? null : (
        <Loading query={query}>{(draft) => <Edited caseId={view.id} draft={draft} />}</Loading>
      )}
      <SchemaFields schema={{ ...schema, properties: others } as Schema} override={eventOverride} />
    </>
  );
}

function Edited({ caseId, draft }: { caseId: string; draft: Letter }) {
  const form = Form.useFormInstance();
  const written = Form.useWatch([field, 'lines'], { form, preserve: true }) as readonly Line[] | undefined;
  useEffect(() => {
    // Keeps a draft of an earlier time; otherwise starts with the assembled letter.
    if (form.getFieldValue([field, 'lines']) === undefined) form.setFieldValue([field, 'lines'], linesOf(draft));
  }, [form, draft]);
  const lines = written ?? [];
  const touched = use(Touched);
  const put = (next: readonly Line[]) => {
    form.setFieldValue([field, 'lines'], next);
    touched();
  };
  const sources = new Map(
    draft.sections.flatMap(({ lines: drawn }) => drawn.flatMap((line) => line.sources.map((one) => [one.ref, one]))),
  );
  if (draft.status === 'empty') return <Alert type="warning" showIcon title="还没有审查情况，不能汇集审查意见书。" />;
  return (
    <fieldset style={{ border: '1px solid #8884', borderRadius: 6, padding: '8px 16px 16px', margin: '0 0 16px' }}>
      <legend>审查意见书</legend>
      <Typography.Paragraph type="secondary">
        由审查情况和法律顾问意见汇集而成，可以直接修改；签发后以修改后的文字为准。
      </Typography.Paragraph>
      {draft.sections.map(({ part, title }) => (
        <section key={part} aria-label={title} style={{ marginBottom: 12 }}>
          <h4 style={{ margin: '0 0 6px' }}>{title}</h4>
          {lines.map((line, index) =>
            line.part !== part ? null : (
              <Flex key={index} gap={8} align="start" style={{ marginBottom: 6 }}>
                <div style={{ flex: 1, minWidth: 0 }}>
                  <Form.Item
                    name={[field, 'lines', index, 'text']}
                    rules={[{ required: true, message: '请填写文字，或删除这一句' }]}
                    style={{ marginBottom: 0 }}
                  >
                    <Input.TextArea
                      autoSize={{ minRows: 1, maxRows: 20 }}
                      maxLength={5000}
                      aria-label={`${title}第 ${countOf(lines, index)} 句`}
                    />
                  </Form.Item>
                  <Sources names={(line.from ?? []).flatMap((ref) => sources.get(ref)?.by.name ?? [])} />
                </div>
                <Button
                  size="small"
                  aria-label={`删除${title}第 ${countOf(lines, index)} 句`}
                  onClick={() => put(lines.filter((_line, at) => at !== index))}
                >
                  删除
                </Button>
              </Flex>
            ),
          )}
          <Button size="small" onClick={() => put([...lines, { part, from: [] }])}>
            在“{title}”中加一句
          </Button>
        </section>
      ))}
      <Flex gap={8} wrap>
        <LetterPreview caseId={caseId} letter={() => form.getFieldValue(field) as object} />
        <Button onClick={() => put(linesOf(draft))}>恢复为汇集的文字</Button>
      </Flex>
    </fieldset>
  );
}

function Sources({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Typography.Text type="secondary" style={{ fontSize: 12 }}>
      依据{[...new Set(names)].join('、')}的意见
    </Typography.Text>
  );
}

/** In the order of the parts, as on the paper. */
function linesOf({ sections }: Letter): Line[] {
  return sections.flatMap(({ part, lines }) => lines.map(({ text, from }) => ({ part, text, from })));
}

/** Number of a line within its part, from 1. */
function countOf(lines: readonly Line[], index: number): number {
  return lines.slice(0, index + 1).filter(({ part }) => part === lines[index]?.part).length;
}
