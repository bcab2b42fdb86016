import { useQuery } from '@tanstack/react-query';
import { BaseEdge, Controls, Handle, Position, ReactFlow, type Edge, type EdgeProps, type Node } from '@xyflow/react';
import { Popover, Skeleton } from 'antd';
import { useMemo } from 'react';
import '@xyflow/react/dist/base.css';
import type { CaseView, Definition } from '../api/types.ts';
import { roleLabel } from '../shared/words.ts';
import type { Arrow, Box, Graph } from './graph.ts';
import { layoutOf, type Layout, type Route } from './layout.ts';
import { StateDetails } from './state-details.tsx';

interface DrawingProps {
  readonly definition: Definition;
  readonly graph: Graph;
  readonly view: CaseView | undefined;
  readonly dwell: Readonly<Record<string, string>>;
}

interface StateData extends Record<string, unknown> {
  readonly box: Box;
  readonly definition: Definition;
  readonly view: CaseView | undefined;
  readonly dwell: string | undefined;
}

interface ArrowData extends Record<string, unknown> {
  readonly route: Route;
  readonly arrow: Arrow;
}

const nodeTypes = { state: StateNode, around: AroundNode };
const edgeTypes = { arrow: ArrowEdge };
const words = {
  'controls.zoomIn.ariaLabel': '放大',
  'controls.zoomOut.ariaLabel': '缩小',
  'controls.fitView.ariaLabel': '显示全图',
  'controls.ariaLabel': '缩放',
};

export default function Drawing(props: DrawingProps) {
  const { definition, graph } = props;
  // The layout depends only on the machine; the path of a case only changes colours.
  const { data: layout, error } = useQuery({
    queryKey: ['layout', definition.key, definition.version],
    queryFn: () => layoutOf(graph),
    staleTime: Infinity,
  });
  if (error !== null) return <p role="alert">流程图无法绘制，请查看下面的文字版流程。</p>;
  if (layout === undefined) return <Skeleton active />;
  return <Laid {...props} layout={layout} />;
}

function Laid({ definition, graph, view, dwell, layout }: DrawingProps & { layout: Layout }) {
  const nodes = useMemo(
    () => nodesOf({ definition, graph, view, dwell }, layout),
    [definition, graph, view, dwell, layout],
  );
  const edges = useMemo(() => edgesOf(graph, layout), [graph, layout]);
  return (
    <div
      className="diagram-drawing"
      style={{ aspectRatio: `${layout.width} / ${layout.height}`, maxWidth: layout.width * 1.15 }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={{ padding: 0.01 }}
        minZoom={0.2}
        maxZoom={2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={words}
      >
        <Markers />
        <Controls showInteractive={false} className="no-print" />
      </ReactFlow>
    </div>
  );
}

/** A containing box comes before its children. */
function nodesOf({ definition, graph, view, dwell }: DrawingProps, layout: Layout): Node<StateData>[] {
  return graph.boxes.flatMap((box) => {
    const place = layout.places[box.path];
    if (place === undefined) return [];
    const isAround = box.kind === 'compound' || box.kind === 'parallel';
    return [
      {
        id: box.path,
        type: isAround ? 'around' : 'state',
        position: { x: place.x, y: place.y },
        width: place.width,
        height: place.height,
        ...(box.parent === null ? {} : { parentId: box.parent }),
        zIndex: isAround ? 0 : 2,
        data: { box, definition, view, dwell: dwell[box.path] },
      },
    ];
  });
}

const heights: Readonly<Record<Arrow['mark'], number>> = { other: 1, next: 3, passed: 4 };

function edgesOf(graph: Graph, layout: Layout): Edge<ArrowData>[] {
  return graph.arrows.flatMap((arrow) => {
    const route = layout.routes[arrow.id];
    if (route === undefined) return [];
    return [
      {
        id: arrow.id,
        type: 'arrow',
        source: arrow.source,
        target: arrow.target,
        zIndex: heights[arrow.mark],
        className: `arrow-${arrow.mark}`,
        data: { route, arrow },
      },
    ];
  });
}

function Markers() {
  return (
    <svg aria-hidden style={{ position: 'absolute', width: 0, height: 0 }}>
      <defs>
        {(['other', 'next', 'passed'] as const).map((mark) => (
          <marker
            key={mark}
            id={`arrow-${mark}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0,0 L8,4 L0,8 z" className={`arrow-head-${mark}`} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

function ArrowEdge({ data }: EdgeProps<Edge<ArrowData>>) {
  if (data === undefined) return null;
  const { route, arrow } = data;
  return (
    <BaseEdge
      path={route.path}
      markerEnd={`url(#arrow-${arrow.mark})`}
      {...(route.label === null
        ? {}
        : {
            label: arrow.label,
            labelX: route.label.x,
            labelY: route.label.y,
            labelBgPadding: [2, 1] as [number, number],
          })}
    />
  );
}

function Ends() {
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
}

function StateNode({ data: { box, definition, view, dwell } }: { data: StateData }) {
  return (
    <>
      <Popover
        trigger={['hover', 'focus', 'click']}
        title={box.label}
        content={<StateDetails box={box} definition={definition} view={view} dwell={dwell} />}
      >
        <button
          type="button"
          className="state"
          data-mark={box.mark}
          data-kind={box.kind}
          data-path={box.path}
          aria-current={box.mark === 'here' ? 'step' : undefined}
        >
          <span>{box.label}</span>
          {box.task === null ? null : <small>{roleLabel(box.task.role)}</small>}
        </button>
      </Popover>
      <Ends />
    </>
  );
}

function AroundNode({ data: { box } }: { data: StateData }) {
  return (
    <>
      <div className="state-around" data-mark={box.mark} data-path={box.path}>
        <span>
          {box.label}
          {box.kind === 'parallel' ? '（同时进行）' : ''}
        </span>
      </div>
      <Ends />
    </>
  );
}
