import { Page } from '../../shared/page.tsx';

export default function RegisterPage() {
  return <Page title="台账">{null}</Page>;
}
