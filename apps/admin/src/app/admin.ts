import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

/** The staff application: everything it shows is routed. */
@Component({ selector: 'reihe-admin', imports: [RouterOutlet], template: '<router-outlet />' })
export class Admin {}
