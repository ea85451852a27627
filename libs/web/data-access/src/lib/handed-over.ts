import { computed, effect, inject, makeStateKey, resource, TransferState, type Signal } from '@angular/core';
import { failureOf, PageStatus, RENDER_CONTEXT, type Failure, type SubmittedForm } from '@reihe/web-platform';

/**
 * The form that came back from the server, if this page is one: on the server from the request, in the browser from the page. Once:
 * whoever comes back to the form later starts anew.
 */
export function submittedForm(): SubmittedForm | null {
  const transfer = inject(TransferState);
  const key = makeStateKey<SubmittedForm | null>('submitted-form');
  const onServer = inject(RENDER_CONTEXT)?.form;
  if (onServer) {
    transfer.set(key, onServer);
    return onServer;
  }
  const form = transfer.get(key, null);
  transfer.remove(key);
  return form;
}

/** What was read, or why it is not there; both null while it is on its way. */
export interface HandedOver<T> {
  value: Signal<T | null>;
  failure: Signal<Failure | null>;
  isLoading: Signal<boolean>;
  /** Puts a newer answer in its place. */
  replace: (value: T) => void;
  retry: () => void;
}

type Outcome<T> = { value: T } | { failure: Failure };

/**
 * Reads what a page behind a personal link, or a form, stands on. What the server read is there in the browser from the first
 * moment: a form that appeared anew would lose what somebody typed before the scripts came. `name` is the read's own on its page.
 */
export function readHandedOver<T>(name: string, read: () => Promise<T>): HandedOver<T> {
  const transfer = inject(TransferState);
  const status = inject(PageStatus);
  const key = makeStateKey<Outcome<T> | null>(name);
  const given = status.isOnServer ? null : transfer.get(key, null);
  transfer.remove(key);

  // While there is no parameter nothing is read; asking again gives it one.
  const answer = resource<Outcome<T>, true | undefined>({
    params: () => (given ? undefined : true),
    loader: () => outcomeOf(read),
  });
  if (given) answer.set(given);
  if (status.isOnServer) transfer.onSerialize(key, () => answer.value() ?? null);

  const failure = computed(() => {
    const outcome = answer.value();
    return outcome && 'failure' in outcome ? outcome.failure : null;
  });
  effect(() => {
    const failed = failure();
    if (failed?.kind === 'problem' && failed.problem.status < 500) status.notFound();
    else if (failed) status.failed();
  });

  return {
    value: computed(() => {
      const outcome = answer.value();
      return outcome && 'value' in outcome ? outcome.value : null;
    }),
    failure,
    isLoading: answer.isLoading,
    replace: (value) => {
      answer.set({ value });
    },
    retry: () => {
      void outcomeOf(read).then((outcome) => {
        answer.set(outcome);
      });
    },
  };
}

async function outcomeOf<T>(read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}
