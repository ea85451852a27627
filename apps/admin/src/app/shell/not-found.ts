import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'reihe-not-found',
  imports: [RouterLink],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@shell.not-found.heading">There is nothing at this address</h1>
    </header>
    <p i18n="@@shell.not-found.text">The page was moved or removed, or the link was cut short on its way.</p>
    <p><a routerLink="/" i18n="@@shell.not-found.today">Go to today</a></p>
  `,
})
export class NotFound {}
