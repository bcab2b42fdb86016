import { Page } from '../../shared/page.tsx';

export default function MePage() {
  return <Page title="我的设置">{null}</Page>;
}
