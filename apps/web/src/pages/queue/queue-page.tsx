import { Page } from '../../shared/page.tsx';

export default function QueuePage() {
  return <Page title="审查队列">{null}</Page>;
}
