import { Page } from '../../shared/page.tsx';

export default function CasesPage() {
  return <Page title="案件">{null}</Page>;
}
