/** The machine as a Mermaid state diagram, for the generated pages about each workflow. */
import type { AnyStateNode } from 'xstate';
import type { Definition, StateMeta } from './definition.ts';
import {
  childrenOf,
  contains,
  isLeaf,
  nodesOf,
  pathOf,
  transitionsFrom,
  type MachineTransition,
} from './transitions.ts';

/**
 * Draws the definition's machine (`stateDiagram-v2`, Chinese labels). The same definition gives the same text.
 *
 * Mermaid cannot draw an arrow between the insides of two composite states. Such an arrow is drawn between those two
 * states instead, and its label names the true end.
 */
export function mermaid(definition: Definition): string {
  const drawing = new Drawing(definition);
  return drawing.text();
}

class Drawing {
  private readonly ids = new Map<AnyStateNode, string>();
  private readonly arrows = new Map<AnyStateNode, string[]>();
  private readonly everywhere: string[] = [];

  constructor(private readonly definition: Definition) {
    const taken = new Set<string>();
    for (const node of nodesOf(definition)) {
      let id = pathOf(node).replace(/[^\p{L}\p{N}]/gu, '_');
      while (taken.has(id) || reservedWords.has(id.toLowerCase())) id += '_';
      taken.add(id);
      this.ids.set(node, id);
    }
    for (const node of nodesOf(definition)) {
      for (const transition of transitionsFrom(definition, node)) this.draw(transition);
    }
  }

  text(): string {
    const lines = ['stateDiagram-v2', ...indent(this.inside(this.definition.machine.root)), ...indent(this.everywhere)];
    return `${lines.join('\n')}\n`;
  }

  private inside(node: AnyStateNode): string[] {
    const children = childrenOf(node);
    const lines = children.flatMap((child) => this.declare(child));
    const initial = node.type === 'compound' ? node.initial.target[0] : undefined;
    if (initial !== undefined) {
      const first = children.find((child) => contains(child, initial));
      if (first !== undefined) lines.push(`[*] --> ${this.id(first)}`);
    }
    lines.push(...new Set(this.arrows.get(node)));
    for (const child of children) if (child.type === 'final') lines.push(`${this.id(child)} --> [*]`);
    return lines;
  }

  private declare(node: AnyStateNode): string[] {
    const head = `state "${words(labelOf(node))}" as ${this.id(node)}`;
    if (isLeaf(node) || node.type === 'history') return [head];
    const body =
      node.type === 'parallel'
        ? // Each region is a composite state, so that its label is shown.
          regionsOf(node).flatMap((region, index) => [...(index === 0 ? [] : ['--']), ...this.declare(region)])
        : this.inside(node);
    return [`${head} {`, ...indent(body), '}'];
  }

  private draw(transition: MachineTransition): void {
    const { source, targets } = transition;
    if (targets.length === 0) {
      if (isLeaf(source)) this.arrow(source.parent as AnyStateNode, source, source, labelOn(transition));
      // Mermaid draws no loop on a composite state; what may be done anywhere inside it is said in a comment.
      else this.everywhere.push(`%% ${words(labelOf(source))}的各环节均可：${labelOn(transition)}`);
    }
    for (const target of targets) {
      if (contains(source, target) && source !== target) this.drawInwards(transition, target);
      else this.drawAcross(transition, target);
    }
  }

  /** From a composite state to one of its inner states: the event leads there from each inner state. */
  private drawInwards(transition: MachineTransition, target: AnyStateNode): void {
    let container = transition.source;
    let end = childHolding(container, target);
    while (container.type === 'parallel' && end !== target) {
      container = end;
      end = childHolding(container, target);
    }
    if (container.type === 'parallel') return;
    const label = labelOn(transition, null, end === target ? null : target);
    for (const child of childrenOf(container)) {
      if (child.type !== 'final' && child.type !== 'history' && child !== end) this.arrow(container, child, end, label);
    }
  }

  private drawAcross(transition: MachineTransition, target: AnyStateNode): void {
    const { source } = transition;
    let container = source.parent ?? source;
    while (!contains(container, target)) container = container.parent ?? container;
    const from = childHolding(container, source);
    const to = childHolding(container, target);
    // An ancestor and its descendant cannot be joined by an arrow, because one is drawn inside the other.
    const lifted = container === target || (from === to && !isLeaf(from));
    // No arrow can be drawn between two regions of one parallel state.
    if (container.type === 'parallel' || lifted) {
      this.everywhere.push(`%% ${words(labelOf(source))}：${labelOn(transition, null, target)}`);
      return;
    }
    this.arrow(
      container,
      from,
      to,
      labelOn(transition, from === source ? null : source, to === target ? null : target),
    );
  }

  private arrow(container: AnyStateNode, from: AnyStateNode, to: AnyStateNode, label: string): void {
    const known = this.arrows.get(container) ?? [];
    known.push(`${this.id(from)} --> ${this.id(to)} : ${label}`);
    this.arrows.set(container, known);
  }

  private id(node: AnyStateNode): string {
    return this.ids.get(node) ?? '';
  }
}

const reservedWords = new Set([
  '',
  'state',
  'end',
  'note',
  'as',
  'class',
  'classdef',
  'click',
  'direction',
  'style',
  'default',
]);

function regionsOf(node: AnyStateNode): AnyStateNode[] {
  return childrenOf(node).filter((child) => child.type !== 'history');
}

function childHolding(container: AnyStateNode, node: AnyStateNode): AnyStateNode {
  return childrenOf(container).find((child) => contains(child, node)) ?? node;
}

function labelOn(
  transition: MachineTransition,
  from: AnyStateNode | null = null,
  to: AnyStateNode | null = null,
): string {
  const condition = transition.when === null ? '' : `［${transition.when.label}］`;
  const origin = from === null ? '' : `（${labelOf(from)}）`;
  const destination = to === null ? '' : ` → ${labelOf(to)}`;
  return words(`${origin}${transition.label}${condition}${destination}`);
}

function labelOf(node: AnyStateNode): string {
  if (node.type === 'history') return '返回原环节';
  const meta = (node.meta ?? {}) as StateMeta;
  return meta.stage ?? meta.task?.label ?? (node.path.length === 0 ? '全流程' : node.key);
}

/** Mermaid ends a label at a colon, a semicolon or a quotation mark, and reads `#` as the start of an entity. */
function words(label: string): string {
  const wide: Record<string, string> = { ':': '：', ';': '；', '"': '”', '#': '＃', '<': '＜', '>': '＞', '\n': ' ' };
  return label.replace(/[:;"#<>\n]/g, (character) => wide[character] ?? character);
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
