import { httpResource } from '@angular/common/http';
import {
  computed,
  effect,
  inject,
  linkedSignal,
  makeStateKey,
  signal,
  TransferState,
  type Signal,
} from '@angular/core';
import {
  failureHeading,
  failureOf,
  isNoPage,
  LANGUAGE,
  PageHead,
  PageStatus,
  type Failure,
} from '@reihe/web-platform';
import { apiAddress, queryParams, type Read } from './requests';

/** One public page as it is read. */
export interface PageRead<T> {
  /** null until it is there. Stays while the same page is read again with another query. */
  page: Signal<T | null>;
  /** Why it is not there; the page's HTTP status already says so. */
  failure: Signal<Failure | null>;
  isLoading: Signal<boolean>;
  retry: () => void;
}

interface Shown<T> {
  path: string | null;
  page: T | null;
}

/**
 * Reads a public page: rendered on the server, taken over by the browser without a second request, a failure included. To be
 * called where a component is made.
 */
export function readPage<T>(read: () => Read): PageRead<T> {
  const transfer = inject(TransferState);
  const status = inject(PageStatus);
  const head = inject(PageHead);
  const language = inject(LANGUAGE);
  const attempts = signal(0);
  const failureKey = (path: string) => makeStateKey<Failure>(`failure ${path}`);

  const resource = httpResource<T>(() => {
    const { path, query } = read();
    attempts();
    if (transfer.hasKey(failureKey(path))) return undefined;
    // Named here and not by the interceptor: what was transferred is looked up by the address as asked for.
    return { url: apiAddress(path), params: { ...queryParams(query ?? {}), lang: language } };
  });

  const failure = computed<Failure | null>(() => {
    const error = resource.error();
    attempts();
    return error ? failureOf(error) : transfer.get(failureKey(read().path), null);
  });

  const shown = linkedSignal<Shown<T>, Shown<T>>({
    source: () => ({ path: read().path, page: resource.hasValue() ? resource.value() : null }),
    computation: (now, before) =>
      now.page === null && resource.isLoading() && before?.value.path === now.path ? before.value : now,
  });

  effect(() => {
    const failed = failure();
    if (!failed) return;
    if (isNoPage(failed)) status.notFound();
    else status.failed();
    head.describe({ title: failureHeading(failed), description: '', addresses: {}, isPrivate: true });
    // Only what the server rendered is taken over from here; the browser's own failures may be tried again.
    if (status.isOnServer) transfer.set(failureKey(read().path), failed);
  });

  return {
    page: computed(() => (failure() ? null : shown().page)),
    failure,
    isLoading: resource.isLoading,
    retry: () => {
      transfer.remove(failureKey(read().path));
      attempts.update((count) => count + 1);
    },
  };
}
