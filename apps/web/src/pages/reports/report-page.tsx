import { Page } from '../../shared/page.tsx';

export default function ReportPage() {
  return <Page title="统计与年报">{null}</Page>;
}
