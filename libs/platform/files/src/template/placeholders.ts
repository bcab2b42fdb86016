/** Placeholders of a template: `{{name}}` and nothing else. A template has no commands. */

export interface Placeholder {
  readonly name: string;
  /** Offsets in the paragraph's whole text; `to` is after the last brace. */
  readonly from: number;
  readonly to: number;
}

export interface PlaceholderProblem {
  /**
   * `command` of another template engine; `unclosed` braces; text in braces that is `not-a-name`; closing braces
   * without opening ones (`stray-end`).
   */
  readonly kind: 'command' | 'unclosed' | 'not-a-name' | 'stray-end';
  /** The text in the braces, for `not-a-name`. */
  readonly name: string;
}

export interface ReadPlaceholders {
  readonly placeholders: readonly Placeholder[];
  readonly problems: readonly PlaceholderProblem[];
}

const command = /\+\+\+|\{%|\{#|<%|\$\{/;

/** @param names the pattern of names in this kind of template */
export function readPlaceholders(text: string, names: RegExp): ReadPlaceholders {
  const placeholders: Placeholder[] = [];
  const problems: PlaceholderProblem[] = [];
  if (command.test(text)) problems.push({ kind: 'command', name: '' });
  let after = 0;
  let at = 0;
  for (;;) {
    const from = text.indexOf('{{', at);
    if (from < 0) break;
    const end = text.indexOf('}}', from + 2);
    if (end < 0) {
      problems.push({ kind: 'unclosed', name: '' });
      return { placeholders, problems };
    }
    const name = text.slice(from + 2, end).trim();
    after = end + 2;
    if (names.test(name)) {
      placeholders.push({ name, from, to: after });
      at = after;
    } else {
      problems.push({ kind: 'not-a-name', name });
      // A placeholder may begin within unmatched braces.
      const inner = text.lastIndexOf('{{', end - 2);
      at = inner > from ? inner : after;
    }
  }
  if (text.slice(after).includes('}}')) problems.push({ kind: 'stray-end', name: '' });
  return { placeholders, problems };
}
