import type { SessionGap } from '@reihe/shared-contracts';
import type { BulkKind, BulkRefusal } from '@reihe/shared-planning';

/** What staff start from the list; the way back is not among them. */
export type StartedKind = Exclude<BulkKind, 'withdraw'>;

export function bulkTitle(kind: StartedKind): string {
  switch (kind) {
    case 'publish':
      return $localize`:@@planning.bulk.title-publish:Publish sessions`;
    case 'move':
      return $localize`:@@planning.bulk.title-move:Move sessions by days`;
    case 'capacity':
      return $localize`:@@planning.bulk.title-capacity:Change the places of sessions`;
    case 'cancel':
      return $localize`:@@planning.bulk.title-cancel:Cancel sessions`;
  }
}

/** What has been done, with how many. */
export function doneWords(kind: BulkKind, count: number): string {
  switch (kind) {
    case 'publish':
      return $localize`:@@planning.bulk.done-publish:Published: ${count}:count:`;
    case 'withdraw':
      return $localize`:@@planning.bulk.done-withdraw:Drafts again: ${count}:count:`;
    case 'move':
      return $localize`:@@planning.bulk.done-move:Moved: ${count}:count:`;
    case 'capacity':
      return $localize`:@@planning.bulk.done-capacity:Places changed: ${count}:count:`;
    case 'cancel':
      return $localize`:@@planning.bulk.done-cancel:Cancelled: ${count}:count:`;
  }
}

export function refusalWords({ code, confirmed, gaps }: BulkRefusal): string {
  switch (code) {
    case 'not-found':
      return $localize`:@@planning.bulk.not-found:It does not exist any more.`;
    case 'changed':
      return $localize`:@@planning.bulk.changed:Somebody changed it in the meantime.`;
    case 'already-published':
      return $localize`:@@planning.bulk.already-published:It is published already.`;
    case 'already-held':
      return $localize`:@@planning.bulk.already-held:It has been held already.`;
    case 'already-cancelled':
      return $localize`:@@planning.bulk.already-cancelled:It is cancelled already.`;
    case 'still-draft':
      return $localize`:@@planning.bulk.still-draft:It is a draft: nobody knows of it yet.`;
    case 'over':
      return $localize`:@@planning.bulk.over:It is over, or has begun.`;
    case 'incomplete':
      return gaps?.map(gapWords).join(' ') ?? '';
    case 'below-confirmed':
      return $localize`:@@planning.bulk.below-confirmed:${confirmed}:confirmed: people are confirmed: it cannot have fewer places.`;
    case 'unchanged':
      return $localize`:@@planning.bulk.unchanged:It is so already.`;
    case 'registered':
      return $localize`:@@planning.bulk.registered:People have registered since: it can only be cancelled.`;
  }
}

function gapWords(gap: SessionGap): string {
  switch (gap) {
    case 'no-default-language':
      return $localize`:@@planning.bulk.no-default-language:It has no title in the default language of its series.`;
    case 'end-not-after-start':
      return $localize`:@@planning.bulk.end-not-after-start:It would end before it begins.`;
  }
}
