import { Component, computed, inject, input } from '@angular/core';
import { Moments, ownTimeZone } from '@reihe/admin-ui';
import type { Recap } from '@reihe/shared-editorial';
import { Formats } from '@reihe/web-platform';

/** With whom a recap is, and when it appears. */
@Component({
  selector: 'reihe-workflow-notes',
  template: `
    @let workflow = recap().workflow;
    @if (recap().state === 'in-review' && workflow.reviewer; as reviewer) {
      <p class="small" i18n="@@recap-desk.workflow.reviewer">{{ reviewer.name }} is asked to review it.</p>
    }
    @if (recap().state === 'approved' && workflow.approvedAt; as at) {
      <p class="small">
        @if (workflow.approvedBy; as by) {
          <ng-container i18n="@@recap-desk.workflow.approved"
            >Approved by {{ by.name }}, {{ moments.when(at) }}.</ng-container
          >
        } @else {
          <ng-container i18n="@@recap-desk.workflow.approved-then"
            >Approved {{ moments.when(at) }}.</ng-container
          >
        }
        {{ ' '
        }}<ng-container i18n="@@recap-desk.workflow.locked"
          >What was approved stays as it is: to change it, take the approval back.</ng-container
        >
      </p>
    }
    @if (workflow.schedule; as schedule) {
      @if (schedule.failure; as failure) {
        <p class="notice">
          <ng-container i18n="@@recap-desk.workflow.not-appeared"
            >It was to appear {{ when() }}, but something was missing by then. It appears as soon as nothing
            is missing any more; the checks say what it is.</ng-container
          >
        </p>
      } @else {
        <p class="small" i18n="@@recap-desk.workflow.scheduled">It appears {{ when() }}.</p>
      }
    }
  `,
  styles: `
    p {
      margin: 0;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class WorkflowNotes {
  readonly recap = input.required<Recap>();
  private readonly formats = inject(Formats);
  protected readonly moments = inject(Moments);

  /** One's own time first, then the clock it was typed by. */
  protected readonly when = computed(() => {
    const { schedule } = this.recap().workflow;
    if (!schedule) return '';
    const clock = (zone: string) =>
      `${this.formats.shortDate(schedule.publishAt, zone)}, ${this.formats.time(schedule.publishAt, zone)} (${this.formats.zoneCity(zone)})`;
    return [...new Set([ownTimeZone(), schedule.timeZone])].map(clock).join(' · ');
  });
}
