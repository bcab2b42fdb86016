import { Page } from '../../shared/page.tsx';

export default function AdministrationPage() {
  return <Page title="管理">{null}</Page>;
}
