/** One case: its state and holder at the top, and below it documents, opinions and history. */
import { Flex, Skeleton } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useCase, useDefinition } from '../../api/queries.ts';
import type { CaseView, Definition } from '../../api/types.ts';
import { Opinions } from '../../case-parts/opinions.tsx';
import { Loading, Page } from '../../shared/page.tsx';
import { Sections } from '../../shared/sections.tsx';
import { Adoption } from './adoption.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseOverview } from './case-overview.tsx';
import { CaseVerificationNotice } from './case-verification.tsx';
import { RecordedBanner } from './recorded-banner.tsx';
import { RecordedOverview } from './recorded-overview.tsx';

// Each section is loaded when it is opened.
const CaseClocks = lazy(() => import('./case-clocks.tsx'));
const CaseDiagram = lazy(() => import('./case-diagram.tsx'));
const CaseDocuments = lazy(() => import('./case-documents.tsx'));
const CaseFile = lazy(() => import('./case-file.tsx'));
const CaseHistory = lazy(() => import('./case-history.tsx'));
const CasePapers = lazy(() => import('./case-papers.tsx'));
const CaseRecordings = lazy(() => import('./case-recordings.tsx'));

export default function CasePage() {
  const { id = '' } = useParams();
  const query = useCase(id);
  const definition = useDefinition(query.data?.category, query.data?.definitionVersion);
  return (
    <Page title={query.data?.title ?? '案件'}>
      <CaseVerificationNotice caseId={id} />
      <Loading query={query}>
        {(view) => (
          // Labels of a case come from its definition: nothing is shown without it.
          <Loading query={definition}>{(known) => <Case key={view.id} view={view} definition={known} />}</Loading>
        )}
      </Loading>
    </Page>
  );
}

interface CaseProps {
  readonly view: CaseView;
  readonly definition: Definition;
}

/** The section is in the URL, so that it can be linked to and the browser's back button works. */
function Case({ view, definition }: CaseProps) {
  const [search, setSearch] = useSearchParams();
  const sections = sectionsOf({ view, definition });
  const open = sections.some(({ key }) => key === search.get('tab')) ? search.get('tab') : null;
  return (
    <Flex vertical gap={16}>
      <RecordedBanner view={view} />
      <CaseHead view={view} definition={definition} />
      <Sections
        label="案件的各部分"
        active={open ?? 'overview'}
        onChange={(tab) => setSearch(tab === 'overview' ? {} : { tab })}
        items={sections.map(({ key, label, content }) => ({
          key,
          label,
          children: <Suspense fallback={<Skeleton active />}>{content}</Suspense>,
        }))}
      />
    </Flex>
  );
}

interface Section {
  readonly key: string;
  readonly label: string;
  readonly content: ReactNode;
}

const count = (number: number) => (number > 0 ? `（${number}）` : '');

function sectionsOf({ view, definition }: CaseProps): Section[] {
  if (view.recorded !== null) return recordedSections({ view, definition }, view.recorded);
  return [
    { key: 'overview', label: '概况', content: <CaseOverview view={view} definition={definition} /> },
    { key: 'documents', label: `材料${count(view.documents.length)}`, content: <CaseDocuments view={view} /> },
    {
      key: 'opinions',
      label: `意见${count(view.opinions.length)}`,
      content: (
        <Flex vertical gap={16}>
          <Opinions opinions={view.opinions} definition={definition} />
          <Adoption view={view} definition={definition} />
        </Flex>
      ),
    },
    ...(definition.recordings.length > 0
      ? [{ key: 'recordings', label: '音像记录', content: <CaseRecordings view={view} /> }]
      : []),
    { key: 'clocks', label: '期限', content: <CaseClocks view={view} /> },
    { key: 'papers', label: '文书', content: <CasePapers view={view} /> },
    { key: 'file', label: '卷宗', content: <CaseFile view={view} /> },
    { key: 'diagram', label: '流程图', content: <CaseDiagram view={view} definition={definition} /> },
    { key: 'history', label: '经过', content: <CaseHistory view={view} definition={definition} /> },
  ];
}

/** A recorded case went through no step: it has no opinions, papers and diagram, and clocks only where dates were entered. */
function recordedSections({ view, definition }: CaseProps, recorded: NonNullable<CaseView['recorded']>): Section[] {
  return [
    { key: 'overview', label: '概况', content: <RecordedOverview view={view} recorded={recorded} /> },
    { key: 'documents', label: `补充扫描件${count(view.documents.length)}`, content: <CaseDocuments view={view} /> },
    ...(view.clocks.length > 0 ? [{ key: 'clocks', label: '期限', content: <CaseClocks view={view} /> }] : []),
    { key: 'file', label: '卷宗', content: <CaseFile view={view} /> },
    { key: 'history', label: '经过', content: <CaseHistory view={view} definition={definition} /> },
  ];
}
