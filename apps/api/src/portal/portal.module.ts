import { Global, Module } from '@nestjs/common';
import { PortalRenderer } from '@reihe/api-platform';
import { KeptPages } from './kept-pages';
import { PortalPages } from './portal-pages';

/** Global: features answer plain forms with rendered pages and know only the port. */
@Global()
@Module({
  providers: [PortalPages, KeptPages, { provide: PortalRenderer, useExisting: PortalPages }],
  exports: [PortalPages, KeptPages, PortalRenderer],
})
export class PortalModule {}
