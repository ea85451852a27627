import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { PageFocus } from './shell/page-focus';

/** The staff application: everything it shows is routed. */
@Component({ selector: 'reihe-admin', imports: [RouterOutlet], template: '<router-outlet />' })
export class Admin {
  constructor() {
    inject(PageFocus).follow();
  }
}
