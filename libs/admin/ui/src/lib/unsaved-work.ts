import { DOCUMENT, inject, DestroyRef } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Ask } from './ask';

/** A routed component whose text would be lost by leaving it. */
export interface UnsavedWork {
  hasUnsavedWork(): boolean;
}

export const askBeforeLeaving: CanDeactivateFn<UnsavedWork> = (component) => {
  if (!component.hasUnsavedWork()) return true;
  return inject(Ask).confirm({
    title: $localize`:@@admin.leave.title:Leave without saving?`,
    text: $localize`:@@admin.leave.text:What you changed on this page is not saved yet.`,
    action: $localize`:@@admin.leave.action:Leave and drop my changes`,
    isDestructive: true,
  });
};

/** Lets the browser ask before the tab is closed or reloaded. To be called where the component is made. */
export function warnBeforeUnload(hasUnsavedWork: () => boolean): void {
  const view = inject(DOCUMENT).defaultView;
  const warn = (event: BeforeUnloadEvent) => {
    if (hasUnsavedWork()) event.preventDefault();
  };
  view?.addEventListener('beforeunload', warn);
  inject(DestroyRef).onDestroy(() => view?.removeEventListener('beforeunload', warn));
}
