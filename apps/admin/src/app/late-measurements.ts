import { DOCUMENT, type EnvironmentProviders, inject, provideEnvironmentInitializer } from '@angular/core';

/**
 * The calendar measures itself while it is drawn. Browsers report a measurement that comes a frame later as an error of the page;
 * nothing failed. Stands before Angular's own listener, which would log it.
 */
export function ignoreLateMeasurements(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    inject(DOCUMENT).defaultView?.addEventListener('error', (event) => {
      if (event.message.startsWith('ResizeObserver loop')) event.stopImmediatePropagation();
    });
  });
}
