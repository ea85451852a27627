import { Component, input } from '@angular/core';
import type { OfferedMaterial } from '@reihe/shared-contracts';
import { MaterialList } from '@reihe/portal-by-link';

/** What a session hands out to everybody. Links alone: no script is fetched for it. */
@Component({
  selector: 'reihe-session-materials',
  imports: [MaterialList],
  template: `
    <section aria-labelledby="materials">
      <h2 id="materials" i18n="@@programme.session.materials">Materials and recording</h2>
      <reihe-material-list [materials]="materials()" />
    </section>
  `,
})
export class SessionMaterials {
  readonly materials = input.required<readonly OfferedMaterial[]>();
}
