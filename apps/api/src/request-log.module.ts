import { type DynamicModule, Inject, type MiddlewareConsumer, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { RequestHandler } from 'express';
import { LoggerModule } from 'nestjs-pino';
import { loggingOptions } from './logging';

/**
 * The log of every request. nestjs-pino mounts its two middlewares once for each address outside of the API's prefix, and Express
 * tries all of them for each request: with seventy such addresses a tenth of what a form takes. Here each stands once, before the routes.
 */
@Module({})
export class RequestLogModule extends LoggerModule {
  @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost;
  /** In their order; for what answers before the routes. */
  readonly middlewares: RequestHandler[] = [];

  static at(level: string): DynamicModule {
    return { ...LoggerModule.forRoot(loggingOptions(level)), module: RequestLogModule };
  }

  override configure(consumer: MiddlewareConsumer): void {
    const apply = (...middlewares: RequestHandler[]) => ({
      forRoutes: () => {
        this.middlewares.push(...middlewares);
        for (const middleware of middlewares) this.host.httpAdapter.use(middleware);
        return consumer;
      },
    });
    super.configure({ apply } as unknown as MiddlewareConsumer);
  }
}
