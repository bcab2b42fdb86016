import { Page } from '../../shared/page.tsx';

export default function ArchivePage() {
  return <Page title="档案">{null}</Page>;
}
