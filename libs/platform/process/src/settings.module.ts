/** The settings of the process for Nest: `@Inject(PROCESS_SETTINGS)`, or `ConfigService`. */
import type { DynamicModule } from '@nestjs/common';
import { ConfigModule, getConfigToken, registerAs } from '@nestjs/config';
import type { Settings } from './settings.ts';

const namespace = 'process';

/** Injection token of {@link Settings}. */
export const PROCESS_SETTINGS = getConfigToken(namespace);

/**
 * Provides checked settings to every module. They are read before Nest starts: a wrong one stops the process before it
 * opens anything.
 */
export function settingsModule(settings: Settings): Promise<DynamicModule> {
  return ConfigModule.forRoot({
    isGlobal: true,
    ignoreEnvFile: true,
    skipProcessEnv: true,
    validatePredefined: false,
    load: [registerAs(namespace, () => settings)],
  });
}
