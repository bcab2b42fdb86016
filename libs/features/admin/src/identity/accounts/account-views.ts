/** The public shapes of the administration of accounts. */
import { isStorable, nameSchemas, OrganisationRef } from '@lawgate/contracts';
import { z } from 'zod';

const name = z
  .string({ error: '请填写姓名' })
  .trim()
  .min(1, '请填写姓名')
  .max(64, '姓名不超过64字')
  .refine(isStorable, '姓名含有无法保存的字符');

export const AccountView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  organisation: OrganisationRef,
  roles: z.array(z.string()),
  qualifications: z.array(z.string()),
  active: z.boolean(),
  /** True while the password is one that an administrator set; it only allows the person to change it. */
  mustChangePassword: z.boolean(),
  createdAt: z.string(),
});
export type AccountView = z.infer<typeof AccountView>;

export const AccountPage = z.object({ items: z.array(AccountView), next: z.string().nullable() });
export type AccountPage = z.infer<typeof AccountPage>;

export const AccountQuery = z.object({
  /** Part of the name or the user name. */
  q: z.string().max(64).optional(),
  role: z
    .string()
    .regex(/^[a-z-]{1,40}$/, '没有这种角色')
    .optional(),
  active: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional(),
  /** Code of an organisation: the own or one below. */
  organisation: z.string().max(64).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AccountQuery = z.infer<typeof AccountQuery>;

export const NewAccount = z.strictObject({
  /** Code of the organisation; without one the administrator's own. */
  organisation: z.string().min(1).max(32).optional(),
  username: z
    .string({ error: '请填写用户名' })
    .regex(/^[a-z0-9._-]{2,64}$/, '用户名为2至64个小写字母、数字、点、下划线或连字符'),
  name,
});
export type NewAccount = z.infer<typeof NewAccount>;

export const ChangeAccount = z.strictObject({ name });
export type ChangeAccount = z.infer<typeof ChangeAccount>;

/** The account with its one-time password, which is shown only once and stored only as a hash. */
export const AccountWithPassword = AccountView.extend({ oneTimePassword: z.string() });
export type AccountWithPassword = z.infer<typeof AccountWithPassword>;

const keys = (what: string) =>
  z
    .array(z.string().regex(/^[a-z-]{1,40}$/, `没有这种${what}`))
    .max(12, `${what}过多`)
    .transform((given) => [...new Set(given)]);

export const GrantRoles = z.strictObject({ roles: keys('角色'), qualifications: keys('资格').default([]) });
export type GrantRoles = z.infer<typeof GrantRoles>;

export const ChangePassword = z.strictObject({
  current: z.string().min(1, '请填写当前密码').max(256),
  next: z.string().min(1, '请填写新密码').max(256, '新密码不超过256字'),
});
export type ChangePassword = z.infer<typeof ChangePassword>;

export const OrganisationView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(['county', 'town']),
  path: z.string(),
});
export const OrganisationList = z.object({ items: z.array(OrganisationView) });
export type OrganisationList = z.infer<typeof OrganisationList>;

nameSchemas(import.meta.url, {
  Account: AccountView,
  AccountPage,
  NewAccount,
  ChangeAccount,
  AccountWithPassword,
  GrantRoles,
  ChangePassword,
  Organisation: OrganisationView,
  OrganisationList,
});
