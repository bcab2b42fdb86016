/** The pages of the app and the roles that may open them. The server refuses other access as well. */
import type { Me } from '../api/types.ts';
import { hasRole } from '../session/session.tsx';

export interface Place {
  readonly path: string;
  readonly label: string;
  readonly roles: readonly string[];
  /** Shown in the bar at the bottom on a phone. */
  readonly phone?: boolean;
}

const staff = ['submitter', 'reviewer', 'director', 'leader', 'archivist'];
const everybody = [...staff, 'adviser', 'administrator', 'security-administrator', 'auditor'];
const administrators = ['administrator', 'security-administrator'];

export const places: readonly Place[] = [
  { path: '/', label: '工作台', roles: [...staff, 'adviser'], phone: true },
  { path: '/submit', label: '送审', roles: ['submitter'] },
  { path: '/queue', label: '审查队列', roles: [...staff, 'adviser'], phone: true },
  { path: '/cases', label: '案件', roles: [...staff, 'adviser'], phone: true },
  { path: '/register', label: '台账', roles: staff },
  { path: '/archive', label: '档案', roles: ['archivist', 'director', 'leader', 'reviewer'] },
  { path: '/overview', label: '总览', roles: ['leader', 'director'], phone: true },
  { path: '/reports', label: '统计与年报', roles: staff },
  { path: '/indicators', label: '工作指标', roles: staff },
  { path: '/catalogue', label: '目录', roles: everybody },
  { path: '/notices', label: '通知', roles: everybody, phone: true },
  { path: '/administration', label: '管理', roles: [...administrators, 'director', 'reviewer'] },
  { path: '/audit', label: '审计', roles: ['auditor'] },
];

export function placesOf(me: Me): readonly Place[] {
  return places.filter(({ roles }) => hasRole(me, ...roles));
}
