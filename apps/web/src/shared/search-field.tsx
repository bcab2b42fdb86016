import { Input, type InputRef } from 'antd';
import { useEffect, useState, type Ref } from 'react';

export interface SearchFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  readonly field?: Ref<InputRef>;
}

/** Typing never waits for the list: the request is sent after a pause in typing. */
export function SearchField({ text, onChange, label, field }: SearchFieldProps) {
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  // Requested texts that have not come back as `text` yet: these must not overwrite what was typed since.
  const [requested, setRequested] = useState<readonly string[]>([]);
  if (text !== seen) {
    setSeen(text);
    const own = requested.indexOf(text);
    setRequested(own < 0 ? [] : requested.slice(own + 1));
    // The filter was cleared elsewhere, or changed by the browser's history.
    if (own < 0) setTyped(text);
  }
  const asked = requested.at(-1) ?? seen;
  useEffect(() => {
    const meant = typed.trim();
    if (meant === asked) return undefined;
    const timer = setTimeout(() => {
      setRequested((before) => [...before, meant]);
      onChange(meant);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, asked, onChange]);
  return (
    <Input
      {...(field === undefined ? {} : { ref: field })}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      placeholder={label}
      aria-label={label}
      allowClear
      maxLength={200}
    />
  );
}
