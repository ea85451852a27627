import { mergeApplicationConfig, type ApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { provideInProcessHttp } from '@reihe/web-platform';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes.server';

const onServer: ApplicationConfig = {
  providers: [provideServerRendering(withRoutes(serverRoutes)), provideInProcessHttp()],
};

export const serverConfig = mergeApplicationConfig(appConfig, onServer);
