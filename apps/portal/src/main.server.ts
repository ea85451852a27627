import { bootstrapApplication, type BootstrapContext } from '@angular/platform-browser';
import { serverConfig } from './app/app.config.server';
import { Portal } from './app/portal';

export default (context: BootstrapContext) => bootstrapApplication(Portal, serverConfig, context);
