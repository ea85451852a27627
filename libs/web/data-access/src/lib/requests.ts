import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed } from '@angular/core';
import { API_BASE } from '@reihe/shared-contracts';

/** What every paged list takes. Undefined is no filter, as the URL of a list without it says. */
export interface ListQuery {
  page?: number | undefined;
  pageSize?: number;
  /** Free text search. */
  q?: string | undefined;
}

type QueryValue = string | number | boolean | readonly string[] | null | undefined;

/** A read: where, and which query keys. Empty values are left out, so that "no filter" and "" are the same address. */
export interface Read {
  path: string;
  query?: object;
}

export function apiAddress(path: string): string {
  return API_BASE + path;
}

/**
 * A live read; re-asked whenever what it asks for changes, idle while it gives null. To be called where a component or
 * service is made (its injector ends the read).
 */
export function readFrom<T>(read: () => Read | null): HttpResourceRef<T | undefined> {
  // The same question in a new object is not a new question.
  const question = computed(read, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  return httpResource<T>(() => {
    const asked = question();
    return asked ? { url: apiAddress(asked.path), params: queryParams(asked.query ?? {}) } : undefined;
  });
}

/** A live read of one resource by its id; idle while there is none. */
export function readAt<T>(id: () => string | null, path: (id: string) => string) {
  return readFrom<T>(() => {
    const asked = id();
    return asked === null ? null : { path: path(asked) };
  });
}

export function queryParams(query: object): Record<string, string | number | boolean | readonly string[]> {
  const params: Record<string, string | number | boolean | readonly string[]> = {};
  for (const [key, value] of Object.entries(query) as [string, QueryValue][]) {
    if (value == null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    params[key] = value;
  }
  return params;
}
