/** Single-key shortcuts. Keys typed into a field are text. */
import { useEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const within = event.target instanceof Element ? event.target : null;
      if (event.key === 'Escape' && within instanceof HTMLElement && isField(within)) {
        // The first Escape leaves the field, the next one closes the form.
        within.blur();
        return;
      }
      if (within !== null && (isField(within) || within.closest('[role=dialog], [role=menu], [role=listbox]'))) return;
      const run = current.current[event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

const buttons: readonly string[] = ['checkbox', 'radio', 'button', 'submit'];

function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !buttons.includes(element.type);
  return element.matches('textarea, select, [contenteditable=true], [role=combobox]');
}
