import { ɵwithHttpTransferCache as withHttpTransferCache } from '@angular/common/http';
import {
  type EnvironmentProviders,
  makeEnvironmentProviders,
  ɵwithDomHydration as withDomHydration,
} from '@angular/core';
import { withI18nSupport } from '@angular/platform-browser';

/**
 * What `provideClientHydration` provides for these pages, from the same parts. The public function always brings incremental
 * hydration and the replay of events along, 6 kB compressed on every first page, which an inline script would have to start and
 * the content security policy forbids. Angular's versions are pinned exactly; when they are raised, compare with its source.
 */
export function provideLeanHydration(): EnvironmentProviders {
  return makeEnvironmentProviders([
    withDomHydration(),
    withI18nSupport().ɵproviders,
    // What the API marks as not to be stored between requests may still reach the page it was read for.
    withHttpTransferCache({ includeNonCacheableRequests: true }),
  ]);
}
