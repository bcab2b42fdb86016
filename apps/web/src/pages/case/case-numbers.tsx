import { useQuery } from '@tanstack/react-query';
import { Flex, Typography } from 'antd';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { NumberStatus } from '../../case-parts/number-status.tsx';
import { Loading } from '../../shared/page.tsx';

/** More numbers than a case can have. */
const all = 200;

/** The numbers of a case's papers, void ones with person and reason. */
export function CaseNumbers({ caseId }: { caseId: string }) {
  const numbers = useQuery({
    queryKey: [...keys.case(caseId), 'numbers'],
    queryFn: () => answered(api.GET('/api/numbers', { params: { query: { case: caseId, limit: all } } })),
  });
  return (
    <Loading query={numbers}>
      {({ items }) =>
        items.length === 0 ? null : (
          <section aria-labelledby="case-numbers-given">
            <Typography.Title level={2} id="case-numbers-given" style={{ fontSize: 16 }}>
              文号
            </Typography.Title>
            <Flex
              vertical
              component="ul"
              aria-label="文号"
              gap={8}
              style={{ margin: 0, padding: 0, listStyle: 'none' }}
            >
              {items.map((number) => (
                <li key={number.id}>
                  <Flex gap={8} align="center" wrap>
                    <span className="numeric">
                      {number.voidReason === null ? number.text : <del>{number.text}</del>}
                    </span>
                    <Typography.Text type="secondary">{number.purpose}</Typography.Text>
                    <NumberStatus number={number} />
                  </Flex>
                </li>
              ))}
            </Flex>
          </section>
        )
      }
    </Loading>
  );
}
