import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Select, Tag, Typography } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { AnnualReport } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { useAddressChange } from '../../shared/address-filter.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { fullDate, instant } from '../../shared/dates.ts';
import { Loading, Page } from '../../shared/page.tsx';
import { leftOutWords, notRecorded } from '../../shared/recorded-words.ts';
import { Sections } from '../../shared/sections.tsx';
import { DraftSection } from './draft-section.tsx';
import { FigureCases } from './figure-cases.tsx';
import { FreezeBar } from './freeze-bar.tsx';
import { figureLabels, figuresShown, type FigureKey } from './figure-words.ts';

type Category = AnnualReport['categories'][number];

/** Each section is an entry in the browser's history. */
const withStep = {};

/** The figures of a year, each opening its cases, with those of the previous year, and the sentence for the report. */
export default function ReportPage() {
  const me = useMe();
  const { year: given } = useParams();
  const [search] = useSearchParams();
  const change = useAddressChange(withStep);
  const navigate = useNavigate();
  const thisYear = new Date().getFullYear();
  const year = given ?? String(thisYear - 1);
  const organisation = search.get('organisation') ?? undefined;
  const report = useAnnual(year, organisation);
  const before = useAnnual(String(Number(year) - 1), organisation);
  return (
    <Page
      title={`${year}年度统计与年报`}
      extra={
        <>
          <Select
            aria-label="年份"
            value={year}
            onChange={(next) => void navigate(`/reports/${next}`)}
            options={Array.from({ length: thisYear - 2019 }, (_, index) => String(thisYear - index)).map((value) => ({
              value,
              label: `${value}年`,
            }))}
            style={{ width: 110 }}
          />
          <Link to={`/reports/${year}/statistics`}>
            <Button>统计分析</Button>
          </Link>
        </>
      }
    >
      <Loading query={report}>
        {(data) => (
          <Sections
            label="栏目"
            active={search.get('tab') ?? 'figures'}
            onChange={(tab) => change({ tab })}
            items={[
              {
                key: 'figures',
                label: '数据',
                children: (
                  <Flex vertical gap={16}>
                    <Sentence report={data} />
                    <FreezeBar year={year} report={data} mayFreeze={hasRole(me, 'director')} />
                    <FigureTable report={data} before={before.data} />
                    <FigureCases year={year} />
                    {data.towns.length > 0 ? <Towns report={data} year={year} /> : null}
                  </Flex>
                ),
              },
              { key: 'draft', label: '年度报告草稿', children: <DraftSection year={year} /> },
            ]}
          />
        )}
      </Loading>
    </Page>
  );
}

function useAnnual(year: string, organisation: string | undefined) {
  return useQuery({
    queryKey: [...keys.reports, year, organisation],
    queryFn: () =>
      answered(
        api.GET('/api/reports/annual/{year}', {
          params: { path: { year: year as never }, query: organisation === undefined ? {} : { organisation } },
        }),
      ),
  });
}

/** The sentence of the annual report, ready to copy. */
function Sentence({ report }: { report: AnnualReport }) {
  const { message } = App.useApp();
  return (
    <Card size="small">
      <Flex justify="space-between" align="center" gap={12} wrap>
        <div>
          <Typography.Text strong style={{ fontSize: 18 }}>
            {report.sentence}
          </Typography.Text>
          <Typography.Paragraph type="secondary" style={{ margin: '4px 0 0' }}>
            {report.basis}（截至 {fullDate(report.asOf)}）
          </Typography.Paragraph>
        </div>
        <Button
          className="no-print"
          onClick={() => {
            void navigator.clipboard.writeText(report.sentence).then(() => message.success('已复制'));
          }}
        >
          复制
        </Button>
      </Flex>
    </Card>
  );
}

const shareOf = (value: number): string => `${Math.round(value * 1000) / 10}%`;
/** Without a value: the registers of recorded cases do not say it, or there is nothing to figure it from. */
const valueOf = (one: Category, value: number | null, words: (known: number) => string): string =>
  value !== null ? words(value) : one.recorded > 0 ? notRecorded : '—';
const onlyRecorded = ({ concluded, recorded }: Category): boolean => recorded > 0 && recorded === concluded;

/** How many cases of a row are without data. */
const withoutData: Readonly<Record<string, (one: Category) => number>> = {
  supplements: ({ recorded }) => recorded,
  overdue: ({ recorded }) => recorded,
  urgent: ({ recorded }) => recorded,
  filedOnTime: ({ recordedFiled }) => recordedFiled,
  pointsRaised: ({ recorded }) => recorded,
  adoptionRate: ({ recorded }) => recorded,
  meanWorkingDays: ({ recorded }) => recorded,
};

function FigureTable({ report, before }: { report: AnnualReport; before: AnnualReport | undefined }) {
  const [search] = useSearchParams();
  const linkTo = (category: string, figure: FigureKey) => {
    const next = new URLSearchParams(search);
    next.set('category', category);
    next.set('figure', figure);
    return `?${next}`;
  };
  const earlier = new Map(before?.categories.map((one) => [one.category, one]));
  const rows = figuresShown.map((figure) => ({ figure, label: figureLabels[figure] }));
  const derived: { key: string; label: string; of: (one: Category) => string }[] = [
    {
      key: 'pointsRaised',
      label: '提出问题（个）',
      of: (one) => valueOf(one, onlyRecorded(one) ? null : one.pointsRaised, String),
    },
    // A share of opinions: without one nothing was adopted.
    {
      key: 'adoptionRate',
      label: '采纳率',
      of: (one) => valueOf(one, one.pointsRaised === 0 ? null : one.adoptionRate, shareOf),
    },
    {
      key: 'meanWorkingDays',
      label: '平均审查工作日',
      of: (one) => valueOf(one, one.meanWorkingDays, (days) => String(Math.round(days * 10) / 10)),
    },
  ];
  return (
    <DataTable
      label={`${report.year}年度统计`}
      rowKey="key"
      dataSource={[
        ...rows.map(({ figure, label }) => ({ key: figure as string, label, figure, of: null })),
        ...derived.map((row) => ({ ...row, figure: null })),
      ]}
      columns={[
        { title: '统计项', dataIndex: 'label', fixed: 'left' },
        ...report.categories.map((category) => ({
          title: `${category.label}（${category.unit}）`,
          align: 'right' as const,
          render: (
            _: unknown,
            row: { key: string; figure: FigureKey | null; of: ((one: Category) => string) | null },
          ) => {
            const past = earlier.get(category.category);
            const leftOut = leftOutWords(withoutData[row.key]?.(category) ?? 0);
            if (row.figure === null)
              return (
                <Both now={row.of?.(category) ?? ''} before={past ? row.of?.(past) : undefined} leftOut={leftOut} />
              );
            const figure = row.figure;
            return (
              <Both
                now={
                  <Link
                    to={linkTo(category.category, figure)}
                    // Next to other figures, colour alone must not be the only mark of a link.
                    style={{ textDecoration: 'underline', textUnderlineOffset: 3 }}
                    aria-label={`${category.label}${figureLabels[figure]} ${category[figure]}，查看清单`}
                  >
                    {category[figure]}
                  </Link>
                }
                before={past === undefined ? undefined : String(past[figure])}
                leftOut={leftOut}
              />
            );
          },
        })),
      ]}
      summary={() => (
        <tr>
          <td className="ant-table-cell">收支平衡</td>
          {report.categories.map(({ category, balanced }) => (
            <td key={category} className="ant-table-cell" style={{ textAlign: 'right' }}>
              <Tag color={balanced ? 'green' : 'red'}>{balanced ? '平' : '不平'}</Tag>
            </td>
          ))}
        </tr>
      )}
    />
  );
}

interface BothProps {
  readonly now: ReactNode;
  readonly before: string | undefined;
  /** What the value leaves out. */
  readonly leftOut: string | null;
}

function Both({ now, before, leftOut }: BothProps) {
  return (
    <span className="numeric">
      {now}
      {before === undefined ? null : (
        <Typography.Text type="secondary" style={{ marginInlineStart: 6, fontSize: 12 }}>
          上年 {before}
        </Typography.Text>
      )}
      {leftOut === null ? null : (
        <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
          {leftOut}
        </Typography.Text>
      )}
    </span>
  );
}

function Towns({ report, year }: { report: AnnualReport; year: string }) {
  const notFrozen = report.towns.filter(({ frozenAt }) => frozenAt === null);
  return (
    <Card title="各镇">
      {notFrozen.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={`尚未冻结：${notFrozen.map(({ organisation }) => organisation.name).join('、')}，合计数还可能变动。`}
          style={{ marginBottom: 12 }}
        />
      )}
      <DataTable<AnnualReport['towns'][number]>
        label="各镇审结数"
        rowKey={({ organisation }) => organisation.id}
        dataSource={report.towns}
        columns={[
          {
            title: '镇',
            render: (_, { organisation }) => (
              <Link to={`/reports/${year}?organisation=${organisation.code}`}>{organisation.name}</Link>
            ),
          },
          ...report.categories.map(({ category, label }) => ({
            title: label,
            align: 'right' as const,
            render: (_: unknown, { counts }: AnnualReport['towns'][number]) => counts[category] ?? 0,
          })),
          { title: '冻结', render: (_, { frozenAt }) => (frozenAt === null ? <Tag>未冻结</Tag> : instant(frozenAt)) },
        ]}
      />
    </Card>
  );
}
