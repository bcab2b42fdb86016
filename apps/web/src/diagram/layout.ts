/** The positions of boxes and arrows: layered from top to bottom by ELK, in a web worker. */
import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import worker from 'elkjs/lib/elk-worker.min.js?url';
import type { Box, Graph } from './graph.ts';

export interface Place {
  /** Relative to the box around it. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Route {
  /** An SVG path. */
  readonly path: string;
  readonly label: { readonly x: number; readonly y: number } | null;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly places: Readonly<Record<string, Place>>;
  readonly routes: Readonly<Record<string, Route>>;
}

const width = 148;
/** Size of a character of a label, and height of a line. */
const letter = { width: 11, height: 16 };

/** Two lines for the label, one for the role. */
function heightOf({ label, task }: Box): number {
  const lines = Math.ceil((label.length * 13) / (width - 16));
  return 14 + lines * 18 + (task === null ? 0 : 16);
}

export async function layoutOf(graph: Graph): Promise<Layout> {
  const elk = new ELK({ workerUrl: worker });
  const back = backArrows(graph);
  try {
    const laid = await elk.layout({
      id: '',
      layoutOptions: {
        'elk.algorithm': 'layered',
        'elk.direction': 'DOWN',
        'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
        'elk.edgeRouting': 'ORTHOGONAL',
        'elk.json.edgeCoords': 'ROOT',
        'elk.layered.spacing.nodeNodeBetweenLayers': '36',
        'elk.spacing.nodeNode': '28',
        'elk.spacing.edgeNode': '16',
        'elk.spacing.edgeLabel': '3',
        'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      },
      children: boxesIn(graph, null),
      edges: graph.arrows.map(({ id, source, target, label }) => ({
        id,
        sources: [back.has(id) ? target : source],
        targets: [back.has(id) ? source : target],
        labels: [{ text: label, width: label.length * letter.width + 4, height: letter.height }],
      })),
    });
    return collected(laid, back);
  } finally {
    elk.terminateWorker();
  }
}

function boxesIn(graph: Graph, parent: string | null): ElkNode[] {
  return graph.boxes
    .filter((box) => box.parent === parent)
    .map((box) => {
      const children = boxesIn(graph, box.path);
      if (children.length === 0) return { id: box.path, width, height: heightOf(box) };
      return {
        id: box.path,
        children,
        layoutOptions: { 'elk.padding': '[top=38,left=14,bottom=14,right=14]' },
      };
    });
}

/**
 * Arrows that lead back. The order of a definition is that of the work, so they are reversed for the layout: then no
 * later state is above an earlier one.
 */
function backArrows({ boxes, arrows }: Graph): ReadonlySet<string> {
  const order = new Map(boxes.map(({ path }, index) => [path, index]));
  const back = arrows.filter(({ source, target }) => (order.get(target) ?? 0) < (order.get(source) ?? 0));
  return new Set(back.map(({ id }) => id));
}

function collected(root: ElkNode, back: ReadonlySet<string>): Layout {
  const places: Record<string, Place> = {};
  const routes: Record<string, Route> = {};
  const walk = (node: ElkNode) => {
    for (const child of node.children ?? []) {
      places[child.id] = {
        x: child.x ?? 0,
        y: child.y ?? 0,
        width: child.width ?? width,
        height: child.height ?? 40,
      };
      walk(child);
    }
    for (const edge of node.edges ?? []) {
      const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
        startPoint,
        ...bendPoints,
        endPoint,
      ]);
      if (back.has(edge.id)) points.reverse();
      const label = edge.labels?.[0];
      routes[edge.id] = {
        path: points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x},${y}`).join(' '),
        label:
          label === undefined
            ? null
            : { x: (label.x ?? 0) + (label.width ?? 0) / 2, y: (label.y ?? 0) + (label.height ?? 0) / 2 },
      };
    }
  };
  walk(root);
  return { width: root.width ?? 0, height: root.height ?? 0, places, routes };
}
