import { Global, Module } from '@nestjs/common';
import { PortalRenderer } from '@reihe/api-platform';
import { PortalPages } from './portal-pages';

/** Global: features answer plain forms with rendered pages and know only the port. */
@Global()
@Module({
  providers: [PortalPages, { provide: PortalRenderer, useExisting: PortalPages }],
  exports: [PortalPages, PortalRenderer],
})
export class PortalModule {}
