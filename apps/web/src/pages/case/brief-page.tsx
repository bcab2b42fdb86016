import { Page } from '../../shared/page.tsx';

export default function BriefPage() {
  return <Page title="案件摘要">{null}</Page>;
}
