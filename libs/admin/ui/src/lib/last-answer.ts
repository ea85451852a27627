import { linkedSignal, type Resource, type Signal } from '@angular/core';

/** The resource's latest answer, kept while the next is on its way or fails: a list does not blink between pages. */
export function lastAnswer<T>(resource: Resource<T | undefined>): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (answer, previous) => answer ?? previous?.value,
  });
}
