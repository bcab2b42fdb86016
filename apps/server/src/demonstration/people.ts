/** The demonstration's organisations and people. */
import type { Principal } from '@lawgate/contracts';
import type { Role } from '@lawgate/engine';
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import type pg from 'pg';

export const demonstrationPassword = 'Lawgate-2026';

interface DemonstrationPerson {
  readonly username: string;
  readonly name: string;
  readonly org: string;
  readonly roles: readonly Role[];
  readonly qualifications?: readonly string[];
  /** Description of the person for the welcome text. */
  readonly what: string;
}

const county = 'qinghe';
export const town = 'liulin';
export const secondTown = 'dongshan';

const people: readonly DemonstrationPerson[] = [
  { username: 'clerk', name: '周承办', org: town, roles: ['submitter'], what: '承办人' },
  {
    username: 'intake',
    name: '李审查',
    org: town,
    roles: ['reviewer'],
    qualifications: ['national-legal'],
    what: '审查人',
  },
  { username: 'adviser', name: '王律师', org: town, roles: ['adviser'], what: '法律顾问' },
  { username: 'adviser2', name: '赵律师', org: town, roles: ['adviser'], what: '法律顾问' },
  { username: 'director', name: '孙所长', org: town, roles: ['director'], what: '司法所所长' },
  { username: 'leader', name: '陈镇长', org: town, roles: ['leader'], what: '分管领导' },
  { username: 'archivist', name: '吴档案', org: town, roles: ['archivist'], what: '档案员' },
  { username: 'admin', name: '郑管理', org: town, roles: ['administrator'], what: '系统管理员' },
  { username: 'security', name: '冯安全', org: town, roles: ['security-administrator'], what: '安全管理员' },
  { username: 'auditor', name: '褚审计', org: town, roles: ['auditor'], what: '审计员' },
  { username: 'county', name: '卫县局', org: county, roles: ['leader'], what: '县司法局（查看各镇）' },
  { username: 'east-clerk', name: '蒋承办', org: secondTown, roles: ['submitter'], what: '东山镇承办人' },
  {
    username: 'east-intake',
    name: '沈审查',
    org: secondTown,
    roles: ['reviewer'],
    qualifications: ['national-legal'],
    what: '东山镇审查人',
  },
  { username: 'east-adviser', name: '韩律师', org: secondTown, roles: ['adviser'], what: '东山镇法律顾问' },
  { username: 'east-director', name: '杨所长', org: secondTown, roles: ['director'], what: '东山镇司法所所长' },
  { username: 'east-leader', name: '朱镇长', org: secondTown, roles: ['leader'], what: '东山镇分管领导' },
  { username: 'east-archivist', name: '秦档案', org: secondTown, roles: ['archivist'], what: '东山镇档案员' },
];

/** @returns the people by username, as principals */
export async function createPeople(ownerPool: pg.Pool): Promise<Record<string, Principal>> {
  const writer = new IdentityWriter(ownerPool);
  await writer.createOrganisation({ code: county, name: '清河县司法局', kind: 'county', parent: null });
  await writer.createOrganisation({ code: town, name: '柳林镇', kind: 'town', parent: county });
  await writer.createOrganisation({ code: secondTown, name: '东山镇', kind: 'town', parent: county });
  // All people have the same password, so it is hashed once.
  const passwordHash = await hashPassword(demonstrationPassword);
  const created: Record<string, Principal> = {};
  for (const { what: _what, ...person } of people) {
    created[person.username] = await writer.createPerson({ ...person, passwordHash });
  }
  return created;
}

export function welcomeLines(): string[] {
  return [
    `演示用户（密码都是 ${demonstrationPassword}）：`,
    ...people.map(({ username, name, what }) => `  ${username.padEnd(15)}${name}  ${what}`),
  ];
}
