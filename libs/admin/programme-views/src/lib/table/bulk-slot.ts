import {
  Directive,
  effect,
  inject,
  InjectionToken,
  inputBinding,
  outputBinding,
  type Type,
  ViewContainerRef,
} from '@angular/core';
import { ProgrammeNews } from '../programme-news';
import { SelectedSessions } from '../selected-sessions';

/** A component with the input `ids` and the output `changed`: what can be done with the sessions that are ticked. */
export type BulkActions = () => Promise<Type<unknown>>;

/** Given by the app, which knows both: features do not import each other. Without it the selection has no actions. */
export const BULK_ACTIONS = new InjectionToken<BulkActions>('BULK_ACTIONS');

/** Where the actions of the selection stand; they are fetched when something is ticked. */
@Directive({ selector: '[reiheBulkSlot]' })
export class BulkSlot {
  constructor() {
    const actions = inject(BULK_ACTIONS, { optional: true });
    const place = inject(ViewContainerRef);
    const selected = inject(SelectedSessions);
    const news = inject(ProgrammeNews);
    effect((onCleanup) => {
      let isGone = false;
      onCleanup(() => {
        isGone = true;
      });
      void actions?.().then((component) => {
        if (isGone) return;
        place.clear();
        place.createComponent(component, {
          bindings: [
            inputBinding('ids', selected.ids),
            outputBinding('changed', () => {
              news.changedHere();
            }),
          ],
        });
      });
    });
  }
}
