import { Page } from '../../shared/page.tsx';

export default function StatisticsPage() {
  return <Page title="统计">{null}</Page>;
}
