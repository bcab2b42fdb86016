import { describe, expect, it } from '@jest/globals';
import { compared } from './compared.ts';

describe('two versions', () => {
  it('differ by the characters of a paragraph, not by the whole text', () => {
    const lines = compared(['第一条 标的', '第二条 价款十万元'], ['第一条 标的', '第二条 价款十二万元', '第三条 期限']);
    expect(lines?.map(({ kind }) => kind)).toEqual(['same', 'changed', 'added']);
    expect(lines?.[1]?.pieces.filter(({ kind }) => kind === 'added')).toEqual([{ kind: 'added', text: '二' }]);
  });

  it('that say the same show no difference', () => {
    expect(compared(['同'], ['同'])).toEqual([{ kind: 'same', pieces: [{ kind: 'same', text: '同' }] }]);
  });

  it('show a paragraph that was struck out', () => {
    expect(compared(['留', '删'], ['留'])?.at(-1)).toEqual({
      kind: 'removed',
      pieces: [{ kind: 'removed', text: '删' }],
    });
  });
});
