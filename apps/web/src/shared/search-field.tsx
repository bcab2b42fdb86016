import { Input, type InputRef } from 'antd';
import { useEffect, useState, type Ref } from 'react';

export interface SearchFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  readonly field?: Ref<InputRef>;
}

/** Typing never waits for the list: it is asked when the hand rests. */
export function SearchField({ text, onChange, label, field }: SearchFieldProps) {
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  // Somebody else cleared the filter, or came back by the browser's history.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  useEffect(() => {
    const meant = typed.trim();
    if (meant === told) return undefined;
    const timer = setTimeout(() => {
      setTold(meant);
      onChange(meant);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, told, onChange]);
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
