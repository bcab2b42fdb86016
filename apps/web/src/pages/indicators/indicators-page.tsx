import { Page } from '../../shared/page.tsx';

export default function IndicatorsPage() {
  return <Page title="工作指标">{null}</Page>;
}
