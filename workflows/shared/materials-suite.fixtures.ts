/** The materials of a category: which kinds exist, and which of them a submission needs. */
import { expect, it } from '@jest/globals';
import { requiredMaterials, type Definition } from '@lawgate/engine';
import { DrivenCase } from './driving.fixtures.ts';
import { people } from './walking.fixtures.ts';

export interface MaterialsOf {
  readonly of: string;
  readonly fields: Record<string, unknown>;
  readonly required: readonly string[];
}

/** @param marked materials that are marked as required in a list that belongs to no case */
export function proveMaterials(
  definition: Definition,
  known: readonly string[],
  marked: readonly string[],
  cases: readonly MaterialsOf[],
): void {
  it('knows its materials, and marks those that are required unless the case says otherwise', () => {
    expect(definition.materials.map(({ kind }) => kind)).toEqual(known);
    expect(definition.materials.flatMap(({ kind, required }) => (required ? [kind] : []))).toEqual(marked);
  });

  it.each(cases)(
    'of $of is refused without exactly its required materials, and lists them before',
    ({ fields, required }) => {
      const begun = new DrivenCase(definition, fields);
      const { documents } = begun.env(people.drafter);
      const isRefusedWithout = (left: string): boolean =>
        !begun.try(people.drafter, 'submit', undefined, { documents: documents.filter(({ kind }) => kind !== left) })
          .ok;
      expect(known.filter(isRefusedWithout)).toEqual(required);
      expect(requiredMaterials(definition, { ...begun.context }).map(({ kind }) => kind)).toEqual(required);
    },
  );
}
