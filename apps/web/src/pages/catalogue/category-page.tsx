import { Page } from '../../shared/page.tsx';

export default function CategoryPage() {
  return <Page title="审查类别">{null}</Page>;
}
