import { DOCUMENT, inject, DestroyRef } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import type { CanDeactivateFn } from '@angular/router';
import { Ask } from './ask';

/** A routed component whose text would be lost by leaving it. */
export interface UnsavedWork {
  hasUnsavedWork(): boolean;
  /** Keeps it as a draft; true where one can leave without losing it. */
  keepUnsavedWork?(): Promise<boolean>;
}

export const askBeforeLeaving: CanDeactivateFn<UnsavedWork> = async (component) => {
  if (!component.hasUnsavedWork()) return true;
  const [ask, snackBar] = [inject(Ask), inject(MatSnackBar)];
  if (await component.keepUnsavedWork?.()) {
    snackBar.open(
      $localize`:@@admin.leave.kept:What you typed is kept as a draft: you find it when you open this page again.`,
    );
    return true;
  }
  return ask.confirm({
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
