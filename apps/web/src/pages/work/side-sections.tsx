/** Further information: present stand-ins, and missing entries of the ledger. */
import { Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { hasRole, useMe } from '../../session/session.tsx';
import { civilDate, fullDate } from '../../shared/dates.ts';
import { Loading } from '../../shared/page.tsx';
import { Section } from './section.tsx';
import { useMissingQuarters, useStandIns } from './use-work.ts';

export function SideSections() {
  const me = useMe();
  const today = civilDate(new Date());
  const standIns = useStandIns();
  const keepsLedger = hasRole(me, 'reviewer', 'director');
  const { data: missing } = useMissingQuarters(Number(today.slice(0, 4)), keepsLedger);
  return (
    <Flex vertical gap={16}>
      <Section title="代理" more={<Link to="/me">设置</Link>}>
        <Loading query={standIns}>
          {(items) => {
            const own = items.filter(
              ({ person, standIn, to }) => to >= today && (person.id === me.id || standIn.id === me.id),
            );
            if (own.length === 0) {
              return <Typography.Text type="secondary">没有代理安排。外出前可以请同事代理。</Typography.Text>;
            }
            return (
              <ul className="work-list">
                {own.map(({ id, person, standIn, from, to }) => (
                  <li key={id}>
                    <span>
                      {person.id === me.id ? `${standIn.name}代理我` : `我代理${person.name}`}
                      <Typography.Text type="secondary" style={{ display: 'block', fontSize: 13 }}>
                        {fullDate(from)}至{fullDate(to)}
                      </Typography.Text>
                    </span>
                  </li>
                ))}
              </ul>
            );
          }}
        </Loading>
      </Section>
      {missing === undefined || missing.length === 0 ? null : (
        <Section title="工作指标待填" more={<Link to="/indicators">填写</Link>}>
          <ul className="work-list">
            {missing.map(({ label, quarters }) => (
              <li key={label}>
                <span>{label}</span>
                <Typography.Text type="secondary">第 {quarters.join('、')} 季度</Typography.Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Flex>
  );
}
