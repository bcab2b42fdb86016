/** Choice of a category, each with a sentence from its definition. */
import { Radio, Typography } from 'antd';
import type { DefinitionSummary } from '../../api/types.ts';
import './submit.css';

interface CategoryChoiceProps {
  readonly definitions: readonly DefinitionSummary[];
  readonly chosen: string | undefined;
  readonly onChoose: (category: string) => void;
}

export function CategoryChoice({ definitions, chosen, onChoose }: CategoryChoiceProps) {
  return (
    <fieldset className="categories">
      <legend>送审类别</legend>
      <Radio.Group
        value={chosen ?? null}
        onChange={({ target }) => onChoose(target.value as string)}
        className="categories-group"
      >
        {definitions.map((definition) => (
          <Radio key={definition.key} value={definition.key} className="category" data-category={definition.key}>
            <strong>{definition.label}</strong>
            <Typography.Text type="secondary" style={{ display: 'block', fontSize: 13 }}>
              {sentenceOf(definition)}
            </Typography.Text>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}

function sentenceOf({ materials }: DefinitionSummary): string {
  const asked = materials.filter(({ required }) => required).map(({ label }) => label);
  const more = materials.length - asked.length;
  const rest = more > 0 ? `，另有 ${more} 项视情况报送` : '';
  return asked.length === 0 ? `材料视情况报送，共 ${more} 项。` : `须报送：${asked.join('、')}${rest}。`;
}
