import type { RulesFor } from '@reihe/shared-contracts';

/** stop: no more news of the series that the mail was about · stop-all: of none · again: of all again */
export const NEWS_CHOICES = ['stop', 'stop-all', 'again'] as const;
export type NewsChoice = (typeof NEWS_CHOICES)[number];

/** What somebody who followed the link in a mail gets, without their name or address: mails are passed on. */
export interface NewsSubscription {
  /** In the page's language or the next best; null: the mail was not about a series. */
  seriesTitle: string | null;
  /** News of that series come; with no series: any news. */
  isSubscribed: boolean;
  /** No news of any series come. */
  isOutOfAll: boolean;
}

export interface ChooseNews {
  choice: NewsChoice;
}

export const chooseNewsRules = {
  choice: { kind: 'text', values: NEWS_CHOICES },
} as const satisfies RulesFor<ChooseNews>;
