import { useEffect, useRef, useState } from 'react';
import type { ReaderProps } from './document-reader.tsx';
import { CannotRead } from './unreadable.tsx';

export default function ReadImage({ content, name, onFailed }: ReaderProps) {
  const image = useRef<HTMLImageElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const address = URL.createObjectURL(content);
    if (image.current !== null) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [content]);
  const fail = (): void => {
    setFailed(true);
    onFailed?.('无法在页面内显示，图片可能已损坏。');
  };
  if (failed) return onFailed === undefined ? <CannotRead name={name} /> : null;
  return (
    <div className="reader-scroll" tabIndex={0} role="document" aria-label={name}>
      <img ref={image} alt={name} style={{ maxWidth: '100%', display: 'block' }} onError={fail} />
    </div>
  );
}
