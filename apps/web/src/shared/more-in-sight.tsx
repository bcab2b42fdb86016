import { Button, Spin } from 'antd';
import { useEffect, useRef } from 'react';

/** Loads the next page when it becomes visible; the button is for people who do not scroll. */
export function MoreInSight({ loading, onMore }: { loading: boolean; onMore: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (element === null || loading) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [loading, onMore]);
  return (
    <div ref={end} style={{ padding: 12, textAlign: 'center' }}>
      {loading ? <Spin size="small" /> : <Button onClick={onMore}>显示更多</Button>}
    </div>
  );
}
