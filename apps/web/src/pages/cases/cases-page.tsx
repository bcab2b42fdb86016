/** 案件: everything that this person may see. Each filter is in the URL, so that every figure can link to its cases. */
import { Button, Card, Grid } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { LinkButton } from '../../case-parts/link-button.tsx';
import { hasRole, useMe } from '../../session/session.tsx';
import { useAddressFilter } from '../../shared/address-filter.ts';
import { MoreInSight } from '../../shared/more-in-sight.tsx';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { CasesFilters } from './cases-filters.tsx';
import { CasesTable } from './cases-table.tsx';
import { caseFilters, useCases, useTowns } from './use-cases.ts';

export default function CasesPage() {
  const me = useMe();
  const navigate = useNavigate();
  const wide = Grid.useBreakpoint().md ?? true;
  const [filter, change] = useAddressFilter(caseFilters);
  const { query, cases } = useCases(filter);
  const { data: towns } = useTowns();
  const names = useMemo(() => new Map((towns ?? []).map(({ code, name }) => [code, name])), [towns]);
  const submits = hasRole(me, 'submitter');
  const start = submits ? (
    <LinkButton to="/submit" type="primary">
      送审
    </LinkButton>
  ) : undefined;
  return (
    <Page title="案件" extra={start}>
      <CasesFilters filter={filter} towns={towns} onChange={change} />
      <Card styles={{ body: { padding: 0 } }}>
        <Loading query={query}>
          {() =>
            cases.length > 0 ? (
              <CasesTable cases={cases} wide={wide} towns={names} />
            ) : Object.keys(filter).length > 0 ? (
              <div style={{ padding: 24 }}>
                <Nothing action={<Button onClick={() => void navigate('/cases')}>清除筛选</Button>}>
                  没有符合条件的案件。
                </Nothing>
              </div>
            ) : (
              <div style={{ padding: 24 }}>
                <Nothing action={start}>
                  {submits ? '还没有案件，可以从这里送审。' : '还没有您能看到的案件，交给您的案件会出现在这里。'}
                </Nothing>
              </div>
            )
          }
        </Loading>
        {query.hasNextPage ? (
          <MoreInSight loading={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
        ) : null}
      </Card>
    </Page>
  );
}
