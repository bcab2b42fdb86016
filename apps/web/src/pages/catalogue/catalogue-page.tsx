import { Page } from '../../shared/page.tsx';

export default function CataloguePage() {
  return <Page title="目录">{null}</Page>;
}
