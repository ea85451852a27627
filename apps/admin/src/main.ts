import { bootstrapApplication } from '@angular/platform-browser';
import { Admin } from './app/admin';
import { appConfig } from './app/app.config';

void bootstrapApplication(Admin, appConfig);
