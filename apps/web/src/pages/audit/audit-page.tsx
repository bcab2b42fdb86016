import { Page } from '../../shared/page.tsx';

export default function AuditPage() {
  return <Page title="审计">{null}</Page>;
}
