import { Page } from '../../shared/page.tsx';

export default function NoticesPage() {
  return <Page title="通知">{null}</Page>;
}
