import { Component } from '@angular/core';

/** Says on every demonstration page that it is one. */
@Component({
  selector: 'reihe-sample-note',
  template: `
    <p class="page">
      <strong i18n="@@web.sample.label">Demonstration.</strong>&ngsp;<ng-container i18n="@@web.sample.words"
        >The texts on this page are samples, written to show what Reihe does.</ng-container
      >
    </p>
  `,
  styles: `
    :host {
      display: block;
      background: var(--wait-tint);
      color: var(--wait-ink);
    }
    p {
      margin-block: 0;
      padding-block: 0.6em;
      font-size: var(--step--1);
      line-height: 1.45;
    }
  `,
})
export class SampleNote {}
