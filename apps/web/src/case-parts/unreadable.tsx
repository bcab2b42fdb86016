import { Alert } from 'antd';
import { Component, type ReactNode } from 'react';

interface UnreadableProps {
  readonly name: string;
  /** Shown in place of the message. */
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Error boundary: a file that its reader cannot draw is replaced by a message, and the rest of the page still works.
 */
export class Unreadable extends Component<UnreadableProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { name, instead, children } = this.props;
    return this.state.failed ? (instead ?? <CannotRead name={name} />) : children;
  }
}

export function CannotRead({ name }: { name: string }) {
  return (
    <Alert
      type="warning"
      showIcon
      title={`“${name}”无法在页面内显示，请下载后用办公软件打开。`}
      description="文件可能已损坏、已加密，或者用了本页不认识的格式。"
    />
  );
}
