import type { MatSnackBar } from '@angular/material/snack-bar';

/** Says that something is done, with a way back where there is one: for so many seconds, or as long as such words stay. */
export function sayDone(
  snackBar: MatSnackBar,
  words: string,
  undo: (() => Promise<void>) | null,
  seconds?: number,
): void {
  const action = undo ? $localize`:@@planning.undo:Undo` : undefined;
  snackBar
    .open(words, action, seconds === undefined ? {} : { duration: seconds * 1000 })
    .onAction()
    .subscribe(() => void undo?.());
}
