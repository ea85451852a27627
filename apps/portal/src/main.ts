import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { Portal } from './app/portal';

void bootstrapApplication(Portal, appConfig);
