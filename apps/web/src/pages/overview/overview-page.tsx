import { Page } from '../../shared/page.tsx';

export default function OverviewPage() {
  return <Page title="总览">{null}</Page>;
}
