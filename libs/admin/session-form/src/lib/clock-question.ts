import { inject, Injectable } from '@angular/core';
import { resolveLocalTime, type ClockChoice } from '@reihe/shared-policies';
import { Ask } from '@reihe/admin-ui';
import { Formats } from '@reihe/web-platform';

export interface TypedTimes {
  startsLocal: string;
  endsLocal: string;
  timeZone: string;
}

/** What was meant: other wall-clock times, or which of the two equal ones. */
export type ClockAnswer =
  { kind: 'moved'; startsLocal: string; endsLocal: string } | { kind: 'chosen'; choice: ClockChoice };

/** Asks about a time that the clock change leaves out or brings twice. Never guesses: null when no answer is given. */
@Injectable({ providedIn: 'root' })
export class ClockQuestion {
  private readonly ask = inject(Ask);
  private readonly formats = inject(Formats);

  async put(times: TypedTimes): Promise<ClockAnswer | null> {
    for (const end of ['startsLocal', 'endsLocal'] as const) {
      const meant = resolveLocalTime(times[end], times.timeZone);
      if (meant.kind === 'nonexistent') {
        const local = await this.askForAnother(times[end], meant.neighbours);
        return local === null ? null : { kind: 'moved', ...times, [end]: local };
      }
      if (meant.kind === 'ambiguous') {
        const choice = await this.askWhich(times[end], times.timeZone, meant.instants);
        return choice === null ? null : { kind: 'chosen', choice };
      }
    }
    return null;
  }

  private askForAnother(local: string, neighbours: [string, string]): Promise<string | null> {
    const [before, after] = neighbours;
    return this.ask.choose({
      title: $localize`:@@programme.clock.nonexistent-title:This time does not exist`,
      text: $localize`:@@programme.clock.nonexistent-text:On that day the clocks jump over ${clock(local)}:time:. Which time is meant?`,
      action: $localize`:@@programme.clock.action:Use this time`,
      choices: [
        { value: before, label: clock(before), hint: $localize`:@@programme.clock.before:Before the change` },
        { value: after, label: clock(after), hint: $localize`:@@programme.clock.after:After the change` },
      ],
    });
  }

  private askWhich(
    local: string,
    timeZone: string,
    [earlier, later]: [Date, Date],
  ): Promise<ClockChoice | null> {
    const named = (instant: Date) =>
      `${clock(local)} ${this.formats.zoneOffset(instant.toISOString(), timeZone)}`;
    return this.ask.choose({
      title: $localize`:@@programme.clock.ambiguous-title:This time comes twice`,
      text: $localize`:@@programme.clock.ambiguous-text:On that day the clocks are put back over ${clock(local)}:time:. Which of the two is meant?`,
      action: $localize`:@@programme.clock.action:Use this time`,
      choices: [
        {
          value: 'earlier',
          label: named(earlier),
          hint: $localize`:@@programme.clock.earlier:The first time, before the clocks are put back`,
        },
        {
          value: 'later',
          label: named(later),
          hint: $localize`:@@programme.clock.later:The second time, after the clocks are put back`,
        },
      ],
    });
  }
}

function clock(local: string): string {
  return local.slice(11);
}
