/** One case of the queue: possible answers, and the documents to read, on one screen. */
import { App, Flex, Segmented, Typography } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useDefinition } from '../../api/queries.ts';
import type { CaseView } from '../../api/types.ts';
import { CaseSummary } from '../../case-parts/case-summary.tsx';
import { Clocks } from '../../case-parts/clocks.tsx';
import { Opinions } from '../../case-parts/opinions.tsx';
import { CopyButton } from '../../events/copy-dialog.tsx';
import { EventButtons } from '../../events/event-buttons.tsx';
import { EventForm } from '../../events/event-form.tsx';
import { TaskList } from '../../events/task-list.tsx';
import { Sections } from '../../shared/sections.tsx';

const DocumentReader = lazy(async () => ({
  default: (await import('../../case-parts/document-reader.tsx')).DocumentReader,
}));

export interface QueueCaseProps {
  readonly view: CaseView;
  readonly wide: boolean;
  /** Type of the event whose form is open. */
  readonly answering: string | null;
  readonly onAnswer: (type: string | null) => void;
  readonly onDone: () => void;
}

export function QueueCase({ view, wide, answering, onAnswer, onDone }: QueueCaseProps) {
  const { message } = App.useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [view.id]);
  const event = useEventOf(view, answering);
  const [side, setSide] = useState<'form' | 'reading'>('form');

  const head = (
    <Flex vertical gap={12}>
      <div>
        <h2 ref={heading} tabIndex={-1} style={{ fontSize: 18, margin: 0, outline: 'none', overflowWrap: 'anywhere' }}>
          {view.title}
        </h2>
        <Typography.Text type="secondary">
          {view.categoryLabel} · {view.stage} · <Link to={`/cases/${view.id}`}>案件全貌</Link>
        </Typography.Text>
      </div>
      {event === null ? (
        <Flex gap={8} wrap>
          <EventButtons view={view} onChoose={onAnswer} withKeys={wide} />
          <CopyButton view={view} />
        </Flex>
      ) : null}
    </Flex>
  );
  const form =
    event === null ? null : (
      <section aria-label={event.label}>
        <h3 style={{ fontSize: 16, margin: '0 0 12px' }}>{event.label}</h3>
        <FocusFirst key={event.type}>
          <EventForm
            key={view.id + event.type}
            view={view}
            event={event}
            onCancel={() => onAnswer(null)}
            onSwitch={onAnswer}
            onDone={() => {
              void message.success(`已办理：${event.label}`);
              onDone();
            }}
          />
        </FocusFirst>
      </section>
    );
  // One component tree for every width, with or without a form, so that typed values, open parts and scroll positions
  // are kept.
  const onlyOne = form !== null && !wide;
  return (
    <Flex vertical gap={onlyOne ? 12 : 16}>
      {head}
      {onlyOne ? (
        <Segmented
          block
          value={side}
          onChange={setSide}
          options={[
            { value: 'form', label: '填写' },
            { value: 'reading', label: '看材料' },
          ]}
        />
      ) : null}
      <div className={form !== null && wide ? 'answer-frame' : undefined}>
        <div className="answer-side" hidden={onlyOne && side !== 'reading'}>
          <Reading view={view} />
        </div>
        {form === null ? null : <div hidden={onlyOne && side !== 'form'}>{form}</div>}
      </div>
    </Flex>
  );
}

/** The event that is being answered; it stays when a colleague's step makes it impossible, with the typed values. */
function useEventOf(view: CaseView, type: string | null) {
  const [last, setLast] = useState<CaseView['events'][number] | null>(null);
  const now = view.events.find((event) => event.type === type) ?? null;
  if (now !== null && now !== last) setLast(now);
  if (type === null) return null;
  return now ?? (last?.type === type ? last : null);
}

/** Moves the focus into a form that was opened by a key. */
function FocusFirst({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, []);
  return <div ref={frame}>{children}</div>;
}

function Reading({ view }: { view: CaseView }) {
  const { data: definition } = useDefinition(view.category, view.definitionVersion);
  const [section, setSection] = useState('documents');
  const labels = Object.fromEntries((definition?.materials ?? []).map(({ kind, label }) => [kind, label]));
  const items = [
    {
      key: 'documents',
      label: `材料（${view.documents.length}）`,
      children: (
        <Suspense>
          <DocumentReader caseId={view.id} documents={view.documents} labels={labels} />
        </Suspense>
      ),
    },
    {
      key: 'opinions',
      label: `意见（${view.opinions.length}）`,
      children: <Opinions opinions={view.opinions} definition={definition} />,
    },
    {
      key: 'about',
      label: '概况与时限',
      children: (
        <Flex vertical gap={16}>
          <CaseSummary view={view} definition={definition} />
          <Clocks clocks={view.clocks} />
        </Flex>
      ),
    },
    { key: 'tasks', label: `任务（${view.tasks.length}）`, children: <TaskList view={view} /> },
  ];
  return <Sections label="阅读" active={section} items={items} onChange={setSection} />;
}
