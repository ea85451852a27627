import { Component, inject } from '@angular/core';
import { failureHeading, PageHead, PageStatus, type Failure } from '@reihe/web-platform';
import { PageFailure } from '@reihe/web-ui';

/** Every address without a page. */
@Component({
  selector: 'reihe-not-found',
  imports: [PageFailure],
  template: `<reihe-page-failure [failure]="failure" />`,
})
export class NotFound {
  protected readonly failure: Failure = {
    kind: 'problem',
    problem: {
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      code: 'request.not-found',
      correlationId: '',
    },
  };

  constructor() {
    inject(PageStatus).notFound();
    inject(PageHead).describe({
      title: failureHeading(this.failure),
      description: '',
      addresses: {},
      isPrivate: true,
    });
  }
}
