import { App as AntApp, ConfigProvider, theme } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Appearance = 'light' | 'dark' | 'system';

const place = 'lawgate.appearance';
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersStillness = matchMedia('(prefers-reduced-motion: reduce)');

const AppearanceContext = createContext<{ appearance: Appearance; choose: (next: Appearance) => void }>({
  appearance: 'system',
  choose: () => {},
});

export function useAppearance() {
  return use(AppearanceContext);
}

/**
 * Text on a tinted background, as in tags. A preset colour is in the theme under two names that become one CSS
 * variable, of which the last one counts: both are set.
 */
const tints = {
  red: '#a8071a',
  orange: '#9a4a00',
  gold: '#874d00',
  green: '#1f6b2b',
  cyan: '#006d75',
  blue: '#1d4f91',
};
const onTint = Object.fromEntries(
  Object.entries(tints).flatMap(([name, colour]) => [
    [`${name}7`, colour],
    [`${name}-7`, colour],
  ]),
);

/** Light or dark as the person chose, or as the system is set. Contrast of every text colour is at least 4.5. */
export function Theme({ children }: { children: ReactNode }) {
  const [appearance, setAppearance] = useState<Appearance>(
    () => (localStorage.getItem(place) as Appearance) ?? 'system',
  );
  const [machineDark, setMachineDark] = useState(prefersDark.matches);
  useEffect(() => {
    const follow = () => setMachineDark(prefersDark.matches);
    prefersDark.addEventListener('change', follow);
    return () => prefersDark.removeEventListener('change', follow);
  }, []);
  const dark = appearance === 'dark' || (appearance === 'system' && machineDark);
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
    document.body.style.background = dark ? '#000' : '#f5f6f8';
  }, [dark]);
  const choice = useMemo(
    () => ({
      appearance,
      choose: (next: Appearance) => {
        localStorage.setItem(place, next);
        setAppearance(next);
      },
    }),
    [appearance],
  );
  return (
    <AppearanceContext value={choice}>
      <ConfigProvider
        locale={zhCN}
        button={{ autoInsertSpace: false }}
        theme={{
          algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
          token: {
            // In dark mode, a background for white text; text of this colour is set below.
            colorPrimary: dark ? '#4686d4' : '#1d4f91',
            colorLink: dark ? '#7db0f0' : '#1d4f91',
            colorLinkHover: dark ? '#a5c8f5' : '#163d70',
            borderRadius: 6,
            // Where transitions are off, nothing may wait for the end of one: a button would spin for ever.
            motion: !prefersStillness.matches,
            fontFamily: '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
            ...(dark
              ? {
                  colorTextSecondary: 'rgba(255,255,255,0.72)',
                  colorTextTertiary: 'rgba(255,255,255,0.62)',
                  colorTextPlaceholder: 'rgba(255,255,255,0.62)',
                }
              : {
                  colorTextSecondary: '#4b5563',
                  colorTextTertiary: '#5b6472',
                  colorTextDescription: '#4b5563',
                  colorTextPlaceholder: '#6b7280',
                  colorSuccess: '#1f7a3d',
                  colorWarning: '#9a5b00',
                  colorError: '#b3261e',
                  // Backgrounds derived from readable text colours would be too dark.
                  colorSuccessBg: '#edf7f0',
                  colorSuccessBorder: '#a3d1b3',
                  colorWarningBg: '#fdf6e8',
                  colorWarningBorder: '#e3c98f',
                  colorErrorBg: '#fdf0ef',
                  colorErrorBorder: '#e9b4b0',
                  colorInfoBg: '#eef4fb',
                  colorInfoBorder: '#b4cdea',
                  colorPrimaryBg: '#e6eef8',
                  controlItemBgActive: '#e6eef8',
                  controlItemBgActiveHover: '#dbe7f5',
                  ...onTint,
                }),
          },
          components: dark
            ? {
                // The red of texts is too light as a background for the white number of a badge.
                Badge: { colorError: '#cf3a3c' },
                Menu: { itemSelectedColor: '#a5c8f5' },
                Tabs: { itemSelectedColor: '#7db0f0', itemHoverColor: '#a5c8f5', itemActiveColor: '#a5c8f5' },
              }
            : {},
        }}
      >
        <AntApp style={{ height: '100%' }}>{children}</AntApp>
      </ConfigProvider>
    </AppearanceContext>
  );
}
