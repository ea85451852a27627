import { bootstrapApplication } from '@angular/platform-browser';
// What nearly every page needs comes with the first script: else each page asks for it by requests of its own.
import '@reihe/portal-finding';
import '@reihe/web-data-access';
import { appConfig } from './app/app.config';
import { Portal } from './app/portal';

void bootstrapApplication(Portal, appConfig);
