import { useEffect, useRef, useState } from 'react';
import type { ReaderProps } from './document-reader.tsx';
import { CannotRead } from './unreadable.tsx';

export default function ReadImage({ content, name }: ReaderProps) {
  const image = useRef<HTMLImageElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const address = URL.createObjectURL(content);
    if (image.current !== null) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [content]);
  if (failed) return <CannotRead name={name} />;
  return (
    <div className="reader-scroll" tabIndex={0} role="document" aria-label={name}>
      <img ref={image} alt={name} style={{ maxWidth: '100%', display: 'block' }} onError={() => setFailed(true)} />
    </div>
  );
}
