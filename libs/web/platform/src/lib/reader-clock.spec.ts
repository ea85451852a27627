import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ReaderClock } from './reader-clock';

function zoneToldBy(timeZone: string): string | null {
  jest
    .spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions')
    .mockReturnValue({ timeZone } as Intl.ResolvedDateTimeFormatOptions);
  const clock = TestBed.inject(ReaderClock);
  expect(clock.timeZone()).toBeNull();
  TestBed.inject(ApplicationRef).tick();
  return clock.timeZone();
}

describe('the reader’s clock', () => {
  afterEach(() => jest.restoreAllMocks());

  it('takes the zone of the device, once a browser tells it', () => {
    expect(zoneToldBy('Africa/Johannesburg')).toBe('Africa/Johannesburg');
  });

  it.each(['VST', '+05:30', ''])('takes none that only some programs know: "%s"', (timeZone) => {
    expect(zoneToldBy(timeZone)).toBeNull();
  });
});
