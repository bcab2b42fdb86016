/**
 * The events that this person may send now: the list comes from the machine, and a disabled one shows its rule and
 * citation.
 */
import { App, Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useDefinition } from '../api/queries.ts';
import type { CaseEvent, CaseView } from '../api/types.ts';
import { LinkButton } from '../case-parts/link-button.tsx';
import { EventForm } from './event-form.tsx';
import { RefusedButton } from './refused-button.tsx';
import { doneElsewhere, shortcutsOf } from './shortcuts.ts';

export interface EventButtonsProps {
  readonly view: CaseView;
  /** Without it a click opens the event's form in a dialog. */
  readonly onChoose?: (type: string) => void;
  /** Shows the shortcut of each answer on its button; the caller handles the keys. */
  readonly withKeys?: boolean;
  readonly onDone?: (view: CaseView, event: CaseEvent) => void;
}

export function EventButtons({ view, onChoose, withKeys = false, onDone }: EventButtonsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { message } = App.useApp();
  const { data: definition } = useDefinition(view.category, view.definitionVersion);
  const events = inOrder(view.events);
  const primary = primaryOf(view, definition?.states ?? []);
  const shortcuts = shortcutsOf(view);
  const open = chosen === null ? undefined : view.events.find(({ type }) => type === chosen);
  const [opened, setOpened] = useState<CaseEvent | null>(null);
  // The form stays open when a colleague's step makes the event impossible: the typed values remain, with the reason.
  const shown = open ?? (chosen === null ? null : opened);
  const choose = (event: CaseEvent) => {
    if (onChoose !== undefined) return onChoose(event.type);
    setOpened(event);
    setChosen(event.type);
  };
  return (
    <>
      <Flex gap={8} wrap role="group" aria-label="可以办理的事项" className="no-print">
        {events.map((event) =>
          mayTry(event) && event.type in doneElsewhere ? (
            <LinkButton key={event.type} to={`/cases/${view.id}${doneElsewhere[event.type]}`}>
              {event.label}
            </LinkButton>
          ) : mayTry(event) ? (
            <Button
              key={event.type}
              type={event.type === primary ? 'primary' : 'default'}
              onClick={() => choose(event)}
              data-event={event.type}
              {...(withKeys ? { 'aria-keyshortcuts': shortcuts.get(event.type) } : {})}
            >
              {event.label}
              {withKeys && shortcuts.has(event.type) ? <kbd aria-hidden="true">{shortcuts.get(event.type)}</kbd> : null}
            </Button>
          ) : (
            <RefusedButton key={event.type} label={event.label} refusals={event.refusals} />
          ),
        )}
      </Flex>
      <Modal
        open={shown !== null}
        title={shown?.label}
        footer={null}
        width={760}
        mask={{ closable: false }}
        destroyOnHidden
        onCancel={() => setChosen(null)}
      >
        {shown === null ? null : (
          <EventForm
            key={shown.type}
            view={view}
            event={shown}
            onCancel={() => setChosen(null)}
            onSwitch={(type) => {
              setOpened(view.events.find((event) => event.type === type) ?? null);
              setChosen(type);
            }}
            onDone={(next) => {
              setChosen(null);
              void message.success(`已办理：${shown.label}`);
              onDone?.(next, shown);
            }}
          />
        )}
      </Modal>
    </>
  );
}

/** Soft rules do not disable a button: they may be overridden with a reason. */
export function mayTry({ allowed, refusals }: CaseEvent): boolean {
  return allowed || (refusals.length > 0 && refusals.every(({ overridable }) => overridable));
}

/**
 * Possible events before impossible ones; declaring a conflict of interest, which is always possible, is the last of
 * the possible ones.
 */
export function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  const rank = (event: CaseEvent) => (mayTry(event) ? (event.type === 'recuse' ? 1 : 0) : 2);
  return [...events].sort((a, b) => rank(a) - rank(b));
}

interface StateWithTask {
  readonly task: { readonly key: string; readonly completes: readonly string[] } | null;
}

/** The first possible answer to an open task; a recusal is never the primary one. */
function primaryOf(view: CaseView, states: readonly StateWithTask[]): string | null {
  const open = new Set(view.tasks.map(({ key }) => key));
  const completes = states.flatMap(({ task }) => (task !== null && open.has(task.key) ? task.completes : []));
  const possible = new Set(
    view.events.filter((event) => event.type !== 'recuse' && mayTry(event)).map(({ type }) => type),
  );
  return completes.find((type) => possible.has(type)) ?? null;
}
