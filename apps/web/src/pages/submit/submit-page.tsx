import { Page } from '../../shared/page.tsx';

export default function SubmitPage() {
  return <Page title="送审">{null}</Page>;
}
