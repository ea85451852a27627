import fc from 'fast-check';
import { MEETING_PROVIDERS } from '@reihe/shared-contracts';
import { meetingProviderOf, providerOf } from './meeting-provider';

describe('the provider of a meeting', () => {
  it.each([
    ['https://us02web.zoom.us/j/81234567890?pwd=x', 'zoom'],
    ['https://ZOOM.us/j/1', 'zoom'],
    ['https://teams.microsoft.com/l/meetup-join/19%3ameeting', 'teams'],
    ['https://teams.live.com/meet/93', 'teams'],
    ['https://city.webex.com/meet/water', 'webex'],
    ['https://bbb.city.example/b/abc-def-ghi', 'bigbluebutton'],
    ['https://bbb2.city.example/rooms/abc/join', 'bigbluebutton'],
    ['https://conference.city.example/bigbluebutton/api/join?x=1', 'bigbluebutton'],
    ['https://meet.jit.si/WaterAndCities', 'jitsi'],
    ['https://jitsi.city.example:8443/water', 'jitsi'],
    ['https://meet.city.example/zoom.us', 'other'],
    ['https://notzoom.us/j/1', 'other'],
    ['https://zoom.us.example/j/1', 'other'],
    ['http://city.example', 'other'],
    ['', 'other'],
  ])('of %s is %s', (url, provider) => {
    expect(meetingProviderOf(url)).toBe(provider);
  });

  it('is what staff chose, whatever the link says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MEETING_PROVIDERS), fc.webUrl(), (provider, url) => {
        expect(providerOf({ provider, url })).toBe(provider);
        expect(providerOf({ provider: null, url })).toBe(meetingProviderOf(url));
      }),
    );
  });

  it('is one of the known for whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(MEETING_PROVIDERS).toContain(meetingProviderOf(typed));
      }),
    );
  });
});
