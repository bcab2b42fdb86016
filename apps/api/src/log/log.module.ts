/** The structured log of the process for Nest and its modules. */
import { loggedError, type ProcessLog } from '@lawgate/process';
import type { DynamicModule, LoggerService } from '@nestjs/common';
import { Logger, LoggerModule } from 'nestjs-pino';

/** The edge logs requests, because it knows their routes; the middleware of the module is left out. */
export function logModule(logger: ProcessLog): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: { logger, autoLogging: false, wrapSerializers: false, serializers: { err: loggedError } },
    forRoutes: [],
  });
}

/** Log lines of Nest's own start are for developers only. */
export function nestLogger(logger: Logger): LoggerService {
  return {
    fatal: (message, ...more) => logger.fatal(message, ...more),
    error: (message, ...more) => logger.error(message, ...more),
    warn: (message, ...more) => logger.warn(message, ...more),
    log: (message, ...more) => logger.debug(message, ...more),
    debug: (message, ...more) => logger.debug(message, ...more),
    verbose: (message, ...more) => logger.verbose(message, ...more),
  };
}
