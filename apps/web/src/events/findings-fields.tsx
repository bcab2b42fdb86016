/**
 * A reviewer's findings. Where an adviser said "illegal", the opinion is next to the field for the reasoned rebuttal.
 */
import { Alert } from 'antd';
import type { CaseOpinion, CaseView } from '../api/types.ts';
import { SchemaFields } from '../shared/schema-form.tsx';
import type { Schema } from '../shared/schema.ts';
import type { FieldsProps } from './forms.ts';
import { eventOverride } from './plain-fields.tsx';

const rebuttal = 'rebuttal';

export function FindingsFields({ view, schema }: FieldsProps) {
  const illegal = foundIllegal(view);
  const { [rebuttal]: answer, points, ...others } = schema.properties ?? {};
  const part = (properties: Schema['properties']): Schema => ({ ...schema, ...(properties ? { properties } : {}) });
  return (
    <>
      {points === undefined ? null : <SchemaFields schema={part({ points })} override={eventOverride} />}
      <SchemaFields schema={part(others)} override={eventOverride} />
      {illegal.length === 0 || answer === undefined ? null : (
        <>
          <Alert
            type="warning"
            showIcon
            style={{ marginBottom: 12 }}
            title={`${illegal.map(({ by }) => by.name).join('、')}认为不合法`}
            description={illegal.map(({ id, by, text }) => (
              <p key={id} className="written" style={{ margin: '4px 0 0' }}>
                {by.name}：{text}
              </p>
            ))}
          />
          <SchemaFields schema={part({ [rebuttal]: answer })} override={eventOverride} />
        </>
      )}
    </>
  );
}

/** Advisers of this round who found the matter illegal. */
function foundIllegal({ opinions }: CaseView): CaseOpinion[] {
  const round = Math.max(0, ...opinions.map((opinion) => opinion.round));
  return opinions.filter(
    (opinion) => opinion.act === 'adviser' && opinion.round === round && opinion.conclusion === 'illegal',
  );
}
