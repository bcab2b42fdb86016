import { Card, Result } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Me } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { Page } from '../../shared/page.tsx';
import { Sections } from '../../shared/sections.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { ChannelsSection } from './channels-section.tsx';
import { IncidentsSection } from './incidents-section.tsx';
import { JobsSection } from './jobs-section.tsx';
import { NumbersSection } from './numbers-section.tsx';
import { ParametersSection } from './parameters-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { QueueSection } from './queue-section.tsx';
import { StandInsSection } from './stand-ins-section.tsx';
import { TemplatesSection } from './templates-section.tsx';
import { VersionsSection } from './versions-section.tsx';

interface Section {
  readonly key: string;
  readonly label: string;
  readonly roles: readonly string[];
  readonly content: ReactNode;
}

const sections: readonly Section[] = [
  {
    key: 'people',
    label: '人员',
    roles: ['administrator', 'security-administrator'],
    content: <PeopleSection />,
  },
  {
    key: 'stand-ins',
    label: '代理',
    roles: ['director', 'reviewer', 'submitter', 'leader', 'archivist'],
    content: <StandInsSection />,
  },
  {
    key: 'numbers',
    label: '文号',
    roles: ['director', 'reviewer', 'submitter', 'leader', 'archivist'],
    content: <NumbersSection />,
  },
  { key: 'templates', label: '文书模板', roles: ['administrator', 'director'], content: <TemplatesSection /> },
  { key: 'parameters', label: '规则参数', roles: ['administrator'], content: <ParametersSection /> },
  { key: 'versions', label: '流程版本', roles: ['administrator'], content: <VersionsSection /> },
  {
    key: 'calendar',
    label: '节假日',
    roles: ['administrator', 'security-administrator', 'auditor'],
    content: <CalendarSection />,
  },
  { key: 'channels', label: '邮件与机器人', roles: ['administrator'], content: <ChannelsSection /> },
  { key: 'incidents', label: '投递故障', roles: ['administrator'], content: <IncidentsSection /> },
  { key: 'jobs', label: '后台任务', roles: ['administrator'], content: <JobsSection /> },
  { key: 'queue', label: '运行状况', roles: ['administrator'], content: <QueueSection /> },
];

const sectionsOf = (me: Me): readonly Section[] => sections.filter(({ roles }) => hasRole(me, ...roles));

export default function AdministrationPage() {
  const mine = sectionsOf(useMe());
  const { section } = useParams();
  const navigate = useNavigate();
  const shown = mine.find(({ key }) => key === section) ?? mine[0];
  return (
    <Page title="管理">
      {shown === undefined ? (
        <Result status="403" title="管理由系统管理员、安全管理员和司法所办理" />
      ) : (
        <Card>
          <Sections
            label="栏目"
            active={shown.key}
            onChange={(key) => void navigate(`/administration/${key}`)}
            items={mine.map(({ key, label, content }) => ({ key, label, children: content }))}
          />
        </Card>
      )}
    </Page>
  );
}
