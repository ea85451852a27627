export interface SubscriptionLinks {
  webcal: string;
  google: string;
  outlook: string;
}

/** Ways to hold on to a calendar; `feed` is its absolute address. */
export function subscriptionLinks(feed: string, name: string): SubscriptionLinks {
  const webcal = feed.replace(/^https?:/, 'webcal:');
  return {
    webcal,
    google: `https://calendar.google.com/calendar/render?${new URLSearchParams({ cid: webcal }).toString()}`,
    outlook: `https://outlook.live.com/calendar/0/addfromweb?${new URLSearchParams({ url: feed, name }).toString()}`,
  };
}
