import { describe, expect, it } from '@jest/globals';
import { event, small } from './check.fixtures.ts';
import { defineWorkflow } from './definition.ts';
import { mermaid } from './diagram.ts';
import { gate } from './rule.ts';

const end = { type: 'final' };
const events = { go: event('去'), note: event('加注') };

function drawingOf(machine: object): string[] {
  return mermaid(defineWorkflow(small({}, { machine, events }))).split('\n');
}

/** The whole drawing without its first line and without indentation. */
const drawn = (machine: object): string[] =>
  drawingOf(machine)
    .slice(1, -1)
    .map((line) => line.trim());
const arrows = (machine: object): string[] =>
  drawn(machine).filter((line) => line.includes('-->') && !line.includes('[*]'));
const remarks = (machine: object): string[] => drawn(machine).filter((line) => line.startsWith('%%'));

describe('the drawing of a machine', () => {
  it('declares its states, then their transitions, with inner states indented', () => {
    const inner = { meta: { stage: '二' }, initial: 'a', states: { a: { on: { go: 'b' } }, b: end } };
    const open = { meta: { stage: '一' }, on: { go: 'inner' } };
    const machine = { initial: 'open', states: { open, inner: { ...inner, on: { close: 'closed' } }, closed: end } };
    expect(drawingOf(machine)).toEqual([
      'stateDiagram-v2',
      '  state "一" as open',
      '  state "二" as inner {',
      '    state "a" as inner_a',
      '    state "b" as inner_b',
      '    [*] --> inner_a',
      '    inner_a --> inner_b : 去',
      '    inner_b --> [*]',
      '  }',
      '  state "closed" as closed',
      '  [*] --> open',
      '  open --> inner : 去',
      '  inner --> closed : close',
      '  closed --> [*]',
      '',
    ]);
  });

  it('separates parallel regions by a line, each with its own label, and draws nothing for a history state', () => {
    const part = (stage: string) => ({ meta: { stage }, initial: 'a', states: { a: {} } });
    const states = { left: part('左'), back: { type: 'history' }, middle: part('中'), right: part('右') };
    const parallel = { type: 'parallel', meta: { stage: '并行' }, states };
    const inside = (key: string, stage: string): string[] => [
      `state "${stage}" as ${key} {`,
      `state "a" as ${key}_a`,
      `[*] --> ${key}_a`,
      '}',
    ];
    expect(drawn({ initial: 'both', states: { both: parallel } })).toEqual([
      'state "并行" as both {',
      ...inside('both_left', '左'),
      '--',
      ...inside('both_middle', '中'),
      '--',
      ...inside('both_right', '右'),
      '}',
      '[*] --> both',
    ]);
    expect(drawn({ type: 'parallel', states: { left: {}, right: {} } })).toEqual([
      'state "left" as left',
      'state "right" as right',
    ]);
  });

  it('labels a state by its stage, else by its task, else by its key', () => {
    const task = { key: 'work', label: '办理' };
    const states = { a: { meta: { stage: '一', task } }, b: { meta: { task } }, c: {}, d: { meta: {} } };
    expect(drawn({ initial: 'a', states }).slice(0, 4)).toEqual([
      'state "一" as a',
      'state "办理" as b',
      'state "c" as c',
      'state "d" as d',
    ]);
  });

  it('gives no state a keyword of Mermaid or the id of another state as its id', () => {
    const words = ['state', 'end', 'note', 'as', 'class', 'classDef', 'click', 'direction', 'style', 'default', 'End'];
    const keys = [...words, 'a-b', 'a_b', 'a b', '草案2'];
    const states = Object.fromEntries(keys.map((key) => [key, {}]));
    const ids = drawn({ initial: 'state', states }).flatMap((line) => / as (\S+)$/.exec(line)?.[1] ?? []);
    expect(ids).toEqual([...words.map((word) => `${word}_`), 'a_b', 'a_b_', 'a_b__', '草案2']);
  });

  it('replaces characters that would end a label by full-width ones', () => {
    const states = { a: { meta: { stage: '甲:乙;丙"丁#戊<己>庚\n辛' } } };
    expect(drawn({ initial: 'a', states })[0]).toBe('state "甲：乙；丙”丁＃戊＜己＞庚 辛" as a');
  });
});

describe('an arrow in a drawing', () => {
  const some = { id: 'some', label: '紧急', holds: () => true };

  it('shows its event and its condition, once', () => {
    const on = { go: [{ guard: gate({ when: some }), target: 'b' }, { target: 'b' }, { target: 'b' }], note: {} };
    expect(arrows({ initial: 'a', states: { a: { on }, b: {} } })).toEqual([
      'a --> b : 去［紧急］',
      'a --> b : 去',
      'a --> a : 加注',
    ]);
  });

  it('leads back to a state that it leaves and re-enters', () => {
    expect(arrows({ initial: 'a', states: { a: { on: { go: { target: 'a', reenter: true } } } } })).toEqual([
      'a --> a : 去',
    ]);
  });

  it('between the insides of two composite states is drawn between those states, and its label names the true ends', () => {
    const inner = (on: object) => ({
      initial: 'a',
      states: { a: { meta: { stage: '甲' }, on }, b: { meta: { stage: '乙' } } },
    });
    const machine = {
      initial: 'left',
      states: {
        left: inner({ out: '#small.right', across: '#small.right.b', over: '#small.plain' }),
        right: { ...inner({}), on: { back: 'left.b' } },
        plain: { on: { into: 'right.b', near: 'right' } },
      },
    };
    expect(arrows(machine)).toEqual([
      'left --> right : （甲）out',
      'left --> right : （甲）across → 乙',
      'left --> plain : （甲）over',
      'right --> left : back → 乙',
      'plain --> right : into → 乙',
      'plain --> right : near',
    ]);
  });

  it('is drawn inside the innermost state that contains both of its ends', () => {
    const deep = { initial: 'a', states: { a: { on: { go: '#small.open.other' } } } };
    const open = { initial: 'deep', states: { deep, other: { on: { go: 'deep.a' } } } };
    expect(drawn({ initial: 'open', states: { open } })).toEqual([
      'state "open" as open {',
      'state "deep" as open_deep {',
      'state "a" as open_deep_a',
      '[*] --> open_deep_a',
      '}',
      'state "other" as open_other',
      '[*] --> open_deep',
      'open_deep --> open_other : （a）去',
      'open_other --> open_deep : 去 → a',
      '}',
      '[*] --> open',
    ]);
  });

  it('to a history state names that state as its end', () => {
    const open = { initial: 'a', states: { a: {}, back: { type: 'history' } } };
    const machine = { initial: 'open', states: { open, waiting: { on: { go: 'open.back' } } } };
    expect(arrows(machine)).toEqual([expect.stringMatching(/^waiting --> open : 去 → \p{Script=Han}+$/u)]);
    expect(drawn(machine).slice(0, 5)).toEqual([
      'state "open" as open {',
      'state "a" as open_a',
      expect.stringMatching(/^state "\p{Script=Han}+" as open_back$/u),
      '[*] --> open_a',
      '}',
    ]);
  });
});

describe('an arrow from a composite state to one of its inner states', () => {
  const states = {
    a: {},
    b: { initial: 'deep', states: { deep: {}, deeper: {} } },
    c: {},
    end,
    back: { type: 'history' },
  };
  const within = (on: object): string[] => arrows({ initial: 'open', states: { open: { initial: 'a', on, states } } });

  it('leads there from each inner state except final and history states', () => {
    expect(within({ go: '.c' })).toEqual(['open_a --> open_c : 去', 'open_b --> open_c : 去']);
    expect(arrows({ initial: 'a', on: { go: '.c' }, states })).toEqual(['a --> c : 去', 'b --> c : 去']);
  });

  it('names its true end where that is deeper', () => {
    expect(within({ go: '.b.deeper' })).toEqual(['open_a --> open_b : 去 → deeper', 'open_c --> open_b : 去 → deeper']);
  });

  it('is drawn in its target region where the state is parallel, and not at all for a whole region', () => {
    const part = (): object => ({ initial: 'a', states: { a: {}, b: {}, c: {} } });
    const parallel = (on: object): object => ({
      initial: 'both',
      states: { both: { type: 'parallel', on, states: { left: part(), right: part() } } },
    });
    expect(arrows(parallel({ go: '.right.b' }))).toEqual([
      'both_right_a --> both_right_b : 去',
      'both_right_c --> both_right_b : 去',
    ]);
    expect(drawn(parallel({ go: '.right' }))).toEqual(drawn(parallel({})));
    expect(arrows({ type: 'parallel', on: { go: '.right' }, states: { left: {}, right: {} } })).toEqual([]);
  });
});

describe('transitions that cannot be drawn', () => {
  it('are listed below the drawing: an event that a composite state handles without being left', () => {
    const open = { meta: { stage: '办理' }, on: { note: {} }, initial: 'a', states: { a: {} } };
    const machine = { initial: 'open', states: { open } };
    expect(remarks(machine)).toEqual([expect.stringMatching(/^%% 办理.*加注$/)]);
    expect(drawn(machine).at(-1)).toBe(remarks(machine)[0]);
    const [whole] = remarks({ initial: 'a', on: { note: {} }, states: { a: {} } });
    expect(whole).toMatch(/^%% \p{Script=Han}+：加注$/u);
  });

  it('are listed below the drawing: a composite state that is left and re-entered', () => {
    const a = { meta: { stage: '甲' }, on: { go: '#small.open' } };
    const open = {
      meta: { stage: '办理' },
      on: { note: { target: 'open', reenter: true } },
      initial: 'a',
      states: { a },
    };
    const machine = { initial: 'open', states: { open } };
    expect(remarks(machine)).toEqual(['%% 办理：加注 → 办理', '%% 甲：去 → 办理']);
    expect(arrows(machine)).toEqual([]);
  });

  it('are listed below the drawing: a transition that restarts the whole case', () => {
    const a = { meta: { stage: '甲' }, on: { go: '#small' } };
    const [from, of, ...others] = remarks({ initial: 'a', on: { note: '#small' }, states: { a, b: {} } });
    expect([from, of, others]).toEqual([
      expect.stringMatching(/^%% (\p{Script=Han}+)：加注 → \1$/u),
      expect.stringMatching(/^%% 甲：去 → \p{Script=Han}+$/u),
      [],
    ]);
  });

  it('are listed below the drawing: a transition from one parallel region to another', () => {
    const left = { meta: { stage: '左' }, initial: 'a', states: { a: { on: { go: '#small.both.right.a' } } } };
    const right = { meta: { stage: '右' }, initial: 'a', states: { a: {} }, on: { note: 'left' } };
    const machine = { initial: 'both', states: { both: { type: 'parallel', states: { left, right } } } };
    expect(remarks(machine)).toEqual(['%% a：去 → a', '%% 右：加注 → 左']);
    expect(arrows(machine)).toEqual([]);
  });
});
