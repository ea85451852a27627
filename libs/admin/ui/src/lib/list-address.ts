import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

/** A list's search, filters and page, kept in the URL so that a view can be linked, reloaded and gone back to. */
export interface ListAddress<F extends string> {
  readonly q: Signal<string>;
  readonly page: Signal<number>;
  readonly hasFilter: Signal<boolean>;
  /** Value of a filter; empty when it is not set. */
  filter(name: F): string;
  /** Sets search or filters and goes back to the first page. Replaces the history entry: typing leaves no trail. */
  narrow(changes: Partial<Record<F | 'q', string>>): void;
  clear(): void;
}

export function listAddress<const F extends string>(filters: readonly F[]): ListAddress<F> {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const params = toSignal(route.queryParamMap, { requireSync: true });
  const read = (name: string) => params().get(name) ?? '';
  const go = (changes: Record<string, string | null>) =>
    void router.navigate([], {
      relativeTo: route,
      queryParams: { ...changes, page: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });

  return {
    q: computed(() => read('q')),
    page: computed(() => Math.max(1, Math.trunc(Number(read('page'))) || 1)),
    hasFilter: computed(() => ['q', ...filters].some((name) => read(name) !== '')),
    filter: read,
    narrow: (changes) => {
      const given = Object.entries<string | undefined>(changes);
      go(Object.fromEntries(given.map(([name, value]) => [name, value === '' ? null : (value ?? null)])));
    },
    clear: () => {
      go(Object.fromEntries(['q', ...filters].map((name) => [name, null])));
    },
  };
}
