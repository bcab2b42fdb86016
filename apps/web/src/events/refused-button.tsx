/** A disabled button stays visible and gives its reason to mouse, keyboard and screen reader users. */
import { Button, Popover, theme } from 'antd';
import { useId } from 'react';
import type { Refusal } from '../api/problem.ts';
import { RefusalList } from '../shared/problem-alert.tsx';

export function RefusedButton({ label, refusals }: { label: string; refusals: readonly Refusal[] }) {
  const { token } = theme.useToken();
  const id = useId();
  return (
    <>
      <Popover
        trigger={['hover', 'focus', 'click']}
        title={`现在不能“${label}”`}
        content={
          <div style={{ maxWidth: 'min(420px, 80vw)' }}>
            <RefusalList refusals={refusals} />
          </div>
        }
      >
        <Button
          aria-disabled="true"
          aria-describedby={id}
          style={{ color: token.colorTextTertiary, background: token.colorBgContainerDisabled, cursor: 'not-allowed' }}
        >
          {label}
        </Button>
      </Popover>
      <span id={id} className="visually-hidden">
        {refusals
          .map(({ message, citation }) => (citation === null ? message : `${message}依据：${citation}`))
          .join(' ')}
      </span>
    </>
  );
}
