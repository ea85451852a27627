import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, makeStateKey, TransferState } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { SubmittedForm } from '@reihe/web-platform';

/** Opens pages as the portal does, with a backend that fails on what no spec answered; for specs. */
export class PortalPage {
  readonly backend = TestBed.inject(HttpTestingController);

  static set(routes: Routes): PortalPage {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(routes, withComponentInputBinding()),
      ],
    });
    return new PortalPage();
  }

  /** The page is one that came back from the server with a refused form. */
  comesBackWith(form: SubmittedForm): void {
    TestBed.inject(TransferState).set(makeStateKey<SubmittedForm>('submitted-form'), form);
  }

  async open(address: string): Promise<void> {
    const harness = await RouterTestingHarness.create();
    // Not until it is there: it may wait for an answer that the spec gives next.
    void harness.navigateByUrl(address);
    await this.settle();
  }

  async answer(url: string, body: object, status = 200): Promise<void> {
    this.backend.expectOne(url).flush(body, { status, statusText: String(status) });
    await this.settle();
  }

  /** Lets promises and the rendering that follows them come to rest, requests in flight left aside. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.inject(ApplicationRef).tick();
    }
  }
}
