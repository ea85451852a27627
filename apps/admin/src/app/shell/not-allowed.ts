import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'reihe-not-allowed',
  imports: [RouterLink],
  template: `
    <header class="page-head">
      <h1 tabindex="-1" i18n="@@shell.not-allowed.heading">Your account may not open this page</h1>
    </header>
    <p i18n="@@shell.not-allowed.text">An administrator can give your account a further role.</p>
    <p><a routerLink="/" i18n="@@shell.not-found.today">Go to today</a></p>
  `,
})
export class NotAllowed {}
