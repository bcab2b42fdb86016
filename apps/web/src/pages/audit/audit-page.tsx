import { Card } from 'antd';
import { useSearchParams } from 'react-router';
import { Page } from '../../shared/page.tsx';
import { Sections } from '../../shared/sections.tsx';
import { EntriesSection } from './entries-section.tsx';
import { TrailSection } from './trail-section.tsx';
import { VerificationSection } from './verification-section.tsx';

/** The audit log and the verification of chains. An auditor may not read text of a case. */
export default function AuditPage() {
  const [search, setSearch] = useSearchParams();
  return (
    <Page title="审计">
      <Card>
        <Sections
          label="栏目"
          active={search.get('tab') ?? 'entries'}
          onChange={(tab) => setSearch({ tab })}
          items={[
            { key: 'entries', label: '审计记录', children: <EntriesSection /> },
            { key: 'verification', label: '核验记录链', children: <VerificationSection /> },
            { key: 'trail', label: '案件经过', children: <TrailSection /> },
          ]}
        />
      </Card>
    </Page>
  );
}
