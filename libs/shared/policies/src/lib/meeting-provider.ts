import type { MeetingAccess, MeetingProvider } from '@reihe/shared-contracts';

type Recognised = Exclude<MeetingProvider, 'other'>;

/** By host where the provider runs it; servers of one's own are told by their name or by the way their links are made. */
const MARKS: Record<Recognised, { host: RegExp; path?: RegExp }> = {
  zoom: { host: /(^|\.)(zoom\.us|zoomgov\.com|zoom\.com)$/ },
  teams: { host: /(^|\.)teams\.(microsoft\.com|live\.com|microsoft\.us|cloud\.microsoft)$/ },
  webex: { host: /(^|\.)webex\.com$/ },
  bigbluebutton: { host: /(^|[.-])(bbb|bigbluebutton|greenlight)\d*([.-]|$)/, path: /^\/bigbluebutton\// },
  jitsi: { host: /^(meet\.jit\.si|8x8\.vc)$|(^|[.-])jitsi([.-]|$)/ },
};

/** Whose meeting a link leads to, as far as the link tells. */
export function meetingProviderOf(url: string): MeetingProvider {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#:\s]+)(?::\d+)?([^?#\s]*)/i.exec(url.trim()) ?? [];
  const found = (Object.entries(MARKS) as [Recognised, (typeof MARKS)[Recognised]][]).find(
    ([, marks]) => marks.host.test(host.toLowerCase()) || (marks.path?.test(path) ?? false),
  );
  return found?.[0] ?? 'other';
}

/** What staff chose, else what the link tells. */
export function providerOf({ provider, url }: Pick<MeetingAccess, 'provider' | 'url'>): MeetingProvider {
  return provider ?? meetingProviderOf(url);
}
