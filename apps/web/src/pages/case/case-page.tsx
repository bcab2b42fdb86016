import { Page } from '../../shared/page.tsx';

export default function CasePage() {
  return <Page title="案件">{null}</Page>;
}
