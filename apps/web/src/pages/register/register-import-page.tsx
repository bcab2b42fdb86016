import { Page } from '../../shared/page.tsx';

export default function RegisterImportPage() {
  return <Page title="导入台账">{null}</Page>;
}
