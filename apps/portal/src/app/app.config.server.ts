import { mergeApplicationConfig, type ApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { FIGURES_FOR_MACHINES, figuresForMachines } from '@reihe/portal-figures';
import { SERIES_FOR_MACHINES, seriesForMachines } from '@reihe/portal-programme';
import { RECAP_FOR_MACHINES, recapForMachines } from '@reihe/portal-recaps';
import { describeForMachines, HEAD_FOR_MACHINES, provideInProcessHttp } from '@reihe/web-platform';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes.server';

const onServer: ApplicationConfig = {
  providers: [
    provideServerRendering(withRoutes(serverRoutes)),
    provideInProcessHttp(),
    { provide: HEAD_FOR_MACHINES, useValue: describeForMachines },
    { provide: SERIES_FOR_MACHINES, useValue: seriesForMachines },
    { provide: FIGURES_FOR_MACHINES, useValue: figuresForMachines },
    { provide: RECAP_FOR_MACHINES, useValue: recapForMachines },
  ],
};

export const serverConfig = mergeApplicationConfig(appConfig, onServer);
