import { Location, PathLocationStrategy } from '@angular/common';
import { Injectable } from '@angular/core';

/** Public addresses have no slash at their end, the home page of a language included: `/de`, not `/de/`. */
@Injectable()
export class PublicAddresses extends PathLocationStrategy {
  override prepareExternalUrl(internal: string): string {
    return Location.stripTrailingSlash(super.prepareExternalUrl(internal));
  }
}
