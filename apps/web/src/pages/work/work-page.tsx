import { Page } from '../../shared/page.tsx';

export default function WorkPage() {
  return <Page title="工作台">{null}</Page>;
}
