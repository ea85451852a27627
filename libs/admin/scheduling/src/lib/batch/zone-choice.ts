import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { audienceChoiceRules } from '@reihe/shared-planning';
import { isTimeZone } from '@reihe/shared-policies';
import { Formats } from '@reihe/web-platform';

/** Further zones to look at: one types a city or zone and adds it. */
@Component({
  selector: 'reihe-zone-choice',
  template: `
    <label [for]="id" i18n="@@planning.zones.label">Show the time in another zone</label>
    <div class="add">
      <input
        class="control"
        list="watched-zones"
        autocomplete="off"
        spellcheck="false"
        [id]="id"
        [disabled]="disabled()"
        [value]="typed()"
        (input)="typed.set(box.value)"
        (keydown.enter)="$event.preventDefault(); add()"
        #box
      />
      <button
        type="button"
        class="button quiet"
        [disabled]="!canAdd()"
        (click)="add()"
        i18n="@@planning.zones.add"
      >
        Add
      </button>
    </div>
    <datalist id="watched-zones">
      @for (zone of zones; track zone) {
        <option [value]="zone"></option>
      }
    </datalist>
    @if (value().length > 0) {
      <ul>
        @for (zone of value(); track zone) {
          <li>
            {{ formats.zoneCity(zone) }}
            <button type="button" class="link" [attr.aria-label]="removeWords(zone)" (click)="remove(zone)">
              <span aria-hidden="true">×</span>
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    label {
      font-weight: 600;
    }
    .add {
      display: flex;
      gap: var(--space-2xs);
    }
    input {
      flex: 1;
      min-inline-size: 0;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3xs) var(--space-xs);
      margin: var(--space-2xs) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-inline: 0.6em 0.2em;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
    }
    li .link {
      min-inline-size: 1.5rem;
      text-align: center;
    }
  `,
})
export class ZoneChoice implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly disabled = input(false);

  protected readonly formats = inject(Formats);
  protected readonly id = 'watched-zone';
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly typed = signal('');
  protected readonly canAdd = computed(() => {
    const zone = this.meant();
    const isFull = this.value().length >= audienceChoiceRules.zones.maxLength;
    return zone !== null && !isFull && !this.value().includes(zone);
  });

  /** A zone by its name, or by the city it is named after. */
  private readonly meant = computed(() => {
    const typed = this.typed().trim();
    const wanted = typed.toLowerCase();
    const named = this.zones.find(
      (zone) => zone.toLowerCase() === wanted || this.formats.zoneCity(zone).toLowerCase() === wanted,
    );
    return named ?? (isTimeZone(typed) ? typed : null);
  });

  protected add(): void {
    const zone = this.meant();
    if (!this.canAdd() || zone === null) return;
    this.value.update((zones) => [...zones, zone]);
    this.typed.set('');
  }

  protected remove(zone: string): void {
    this.value.update((zones) => zones.filter((one) => one !== zone));
  }

  protected removeWords(zone: string): string {
    return $localize`:@@planning.zones.remove:Do not show ${this.formats.zoneCity(zone)}:city:`;
  }
}
