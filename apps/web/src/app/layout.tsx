/** Navigation on the left, or at the bottom on a phone; the user, and the state of the connection. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Badge, Button, Dropdown, Flex, Grid, Layout as AntLayout, Menu, Typography } from 'antd';
import { Suspense } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import { Loading } from '../shared/page.tsx';
import { roleLabel } from '../shared/words.ts';
import { useMe } from '../session/session.tsx';
import { placesOf, type Place } from './navigation.ts';
import { useAppearance, type Appearance } from './theme.tsx';
import { useOnline } from './online.ts';

const pending = { data: undefined, error: null, refetch: () => undefined };

function useUnread(): number {
  const { data } = useQuery({
    queryKey: [...keys.notifications, 'unread'],
    queryFn: async () =>
      (await answered(api.GET('/api/notifications', { params: { query: { unread: 'true', limit: 1 } } }))).unread,
  });
  return data ?? 0;
}

export function Layout() {
  const me = useMe();
  const { pathname } = useLocation();
  const wide = Grid.useBreakpoint().md ?? true;
  const online = useOnline();
  const unread = useUnread();
  const places = placesOf(me);
  const here = places.filter(({ path }) => (path === '/' ? pathname === '/' : pathname.startsWith(path))).at(-1)?.path;
  const shown = wide ? places : places.filter(({ phone }) => phone);
  return (
    <AntLayout style={{ minHeight: '100%' }}>
      <a href="#content" className="visually-hidden">
        跳到正文
      </a>
      {wide ? (
        <AntLayout.Sider width={184} theme="light" className="no-print" style={{ borderInlineEnd: '1px solid #8882' }}>
          <Flex vertical style={{ height: '100vh', position: 'sticky', top: 0 }}>
            <Typography.Text strong style={{ fontSize: 17, padding: '18px 24px 10px' }}>
              合法性审核
            </Typography.Text>
            <nav aria-label="主导航" style={{ flex: 1, overflowY: 'auto' }}>
              <Menu mode="inline" selectedKeys={here ? [here] : []} items={shown.map((place) => item(place, unread))} />
            </nav>
            <WhoIsHere />
          </Flex>
        </AntLayout.Sider>
      ) : null}
      <AntLayout>
        {online ? null : (
          <Alert banner type="warning" title="网络已断开。您填写的内容仍在本页，恢复后可以继续。" role="status" />
        )}
        <AntLayout.Content
          id="content"
          role="main"
          style={{ padding: wide ? 24 : '12px 12px 76px', maxWidth: 1440, width: '100%', margin: '0 auto' }}
        >
          <Suspense fallback={<Loading query={pending}>{() => null}</Loading>}>
            <Outlet />
          </Suspense>
        </AntLayout.Content>
      </AntLayout>
      {wide ? null : <FootBar places={shown} here={here} unread={unread} />}
    </AntLayout>
  );
}

function item({ path, label }: Place, unread: number) {
  const text =
    path === '/notices' && unread > 0 ? (
      <Badge count={unread} offset={[14, 0]}>
        {label}
      </Badge>
    ) : (
      label
    );
  return { key: path, label: <Link to={path}>{text}</Link> };
}

const appearances: Readonly<Record<Appearance, string>> = { light: '浅色', dark: '深色', system: '跟随系统' };

function WhoIsHere() {
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { appearance, choose } = useAppearance();
  const logOut = async () => {
    await api.POST('/api/auth/logout');
    queries.clear();
    queries.setQueryData(keys.me, null);
  };
  const items = [
    { key: 'me', label: '我的设置', onClick: () => void navigate('/me') },
    ...Object.entries(appearances).map(([key, label]) => ({
      key,
      label: `${key === appearance ? '✓ ' : ''}${label}`,
      onClick: () => choose(key as Appearance),
    })),
    { key: 'out', label: '退出登录', onClick: () => void logOut() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="topLeft">
      <Button type="text" style={{ height: 'auto', margin: 8, padding: '8px 16px', textAlign: 'start' }}>
        <Flex vertical align="start">
          <span>{me.name}</span>
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {me.organisation.name} · {me.roles.map(roleLabel).join('、')}
          </Typography.Text>
        </Flex>
      </Button>
    </Dropdown>
  );
}

function FootBar({ places, here, unread }: { places: readonly Place[]; here: string | undefined; unread: number }) {
  return (
    <nav
      aria-label="主导航"
      className="no-print foot-bar"
      style={{ position: 'fixed', insetInline: 0, bottom: 0, zIndex: 10 }}
    >
      {places.map((place) => (
        <Link key={place.path} to={place.path} aria-current={place.path === here ? 'page' : undefined}>
          {place.path === '/notices' && unread > 0 ? `${place.label}（${unread}）` : place.label}
        </Link>
      ))}
      <Link to="/me" aria-current={here === '/me' ? 'page' : undefined}>
        我的
      </Link>
    </nav>
  );
}
