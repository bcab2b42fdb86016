/** Every page is loaded when it is first opened, so that the queue does not load charts and viewers. */
import { Button, Result } from 'antd';
import { lazy } from 'react';
import { createBrowserRouter, Link, Navigate, useRouteError } from 'react-router';
import { hasRole, useMe } from '../session/session.tsx';
import { Layout } from './layout.tsx';

const WorkPage = lazy(() => import('../pages/work/work-page.tsx'));
const SubmitPage = lazy(() => import('../pages/submit/submit-page.tsx'));
const QueuePage = lazy(() => import('../pages/queue/queue-page.tsx'));
const CasesPage = lazy(() => import('../pages/cases/cases-page.tsx'));
const CasePage = lazy(() => import('../pages/case/case-page.tsx'));
const BriefPage = lazy(() => import('../pages/case/brief-page.tsx'));
const RegisterPage = lazy(() => import('../pages/register/register-page.tsx'));
const RegisterImportPage = lazy(() => import('../pages/register/register-import-page.tsx'));
const ArchivePage = lazy(() => import('../pages/archive/archive-page.tsx'));
const OverviewPage = lazy(() => import('../pages/overview/overview-page.tsx'));
const ReportPage = lazy(() => import('../pages/reports/report-page.tsx'));
const StatisticsPage = lazy(() => import('../pages/reports/statistics-page.tsx'));
const IndicatorsPage = lazy(() => import('../pages/indicators/indicators-page.tsx'));
const CataloguePage = lazy(() => import('../pages/catalogue/catalogue-page.tsx'));
const CategoryPage = lazy(() => import('../pages/catalogue/category-page.tsx'));
const NoticesPage = lazy(() => import('../pages/notices/notices-page.tsx'));
const AdministrationPage = lazy(() => import('../pages/administration/administration-page.tsx'));
const AuditPage = lazy(() => import('../pages/audit/audit-page.tsx'));
const MePage = lazy(() => import('../pages/me/me-page.tsx'));

export const router = createBrowserRouter([
  {
    element: <Layout />,
    errorElement: <Broken />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/submit', element: <SubmitPage /> },
      { path: '/submit/:id', element: <SubmitPage /> },
      { path: '/queue', element: <QueuePage /> },
      { path: '/queue/:id', element: <QueuePage /> },
      { path: '/cases', element: <CasesPage /> },
      { path: '/cases/:id', element: <CasePage /> },
      { path: '/cases/:id/brief', element: <BriefPage /> },
      { path: '/register', element: <RegisterPage /> },
      { path: '/register/imports', element: <RegisterImportPage /> },
      { path: '/register/imports/:id', element: <RegisterImportPage /> },
      { path: '/archive', element: <ArchivePage /> },
      { path: '/overview', element: <OverviewPage /> },
      { path: '/reports', element: <ReportPage /> },
      { path: '/reports/:year', element: <ReportPage /> },
      { path: '/reports/:year/statistics', element: <StatisticsPage /> },
      { path: '/indicators', element: <IndicatorsPage /> },
      { path: '/catalogue', element: <CataloguePage /> },
      { path: '/catalogue/:key', element: <CategoryPage /> },
      { path: '/notices', element: <NoticesPage /> },
      { path: '/administration', element: <AdministrationPage /> },
      { path: '/administration/:section', element: <AdministrationPage /> },
      { path: '/audit', element: <AuditPage /> },
      { path: '/me', element: <MePage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

/** Administrators and the auditor have no cases; their first page is their own. */
function Home() {
  const me = useMe();
  if (hasRole(me, 'auditor')) return <Navigate to="/audit" replace />;
  if (hasRole(me, 'administrator', 'security-administrator')) return <Navigate to="/administration" replace />;
  return <WorkPage />;
}

function NotFound() {
  return <Result status="404" title="没有这个页面" extra={<Link to="/">回到工作台</Link>} />;
}

function Broken() {
  const error = useRouteError();
  return (
    <Result
      status="error"
      title="页面出错了"
      subTitle={error instanceof Error ? error.message : '请刷新后重试。'}
      extra={<Button onClick={() => location.reload()}>刷新</Button>}
    />
  );
}
