import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { FigureValues } from '@reihe/admin-recap-figures';
import { TextSources } from '@reihe/admin-recap-writing';
import type { FigureRequest, FigureRounding, RichNode } from '@reihe/shared-contracts';

/** A block as it reads, without an editor: very many stand on one page. */
@Component({
  selector: 'reihe-block-view',
  imports: [NgTemplateOutlet],
  template: `
    <ng-template #many let-nodes>
      @for (node of nodes; track $index) {
        @switch (node.type) {
          @case ('text') {
            <span
              [class.bold]="has(node, 'bold')"
              [class.italic]="has(node, 'italic')"
              [class.link]="has(node, 'link')"
              >{{ node.text }}</span
            >
          }
          @case ('hardBreak') {
            <br />
          }
          @case ('figureValue') {
            <span class="chip">{{ figure(node) }}</span>
          }
          @case ('footnote') {
            <span class="note" i18n="@@recap-translation.note">[Note: {{ node.attrs.note }}]</span>
          }
          @case ('bulletList') {
            <ul>
              <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
            </ul>
          }
          @case ('orderedList') {
            <ol [attr.start]="node.attrs?.start">
              <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
            </ol>
          }
          @case ('listItem') {
            <li><ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" /></li>
          }
          @case ('heading') {
            <p class="heading">
              <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
            </p>
          }
          @case ('paragraph') {
            <p><ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" /></p>
          }
          @case ('table') {
            <table>
              <tbody>
                <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
              </tbody>
            </table>
          }
          @case ('tableRow') {
            <tr>
              <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
            </tr>
          }
          @case ('tableHeader') {
            <th [attr.colspan]="node.attrs?.colspan" [attr.rowspan]="node.attrs?.rowspan">
              <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
            </th>
          }
          @case ('tableCell') {
            <td [attr.colspan]="node.attrs?.colspan" [attr.rowspan]="node.attrs?.rowspan">
              <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
            </td>
          }
          @default {
            @if (picture(node); as shown) {
              @if (shown.src) {
                <img [src]="shown.src" [alt]="shown.alt" />
              }
            }
            @if (node.attrs?.title) {
              <p class="heading">{{ node.attrs?.title }}</p>
            }
            <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="inside(node)" />
            @if (node.attrs?.caption) {
              <p class="line">{{ node.attrs?.caption }}</p>
            }
            @if (node.attrs?.source) {
              <p class="line">— {{ node.attrs?.source }}</p>
            }
          }
        }
      }
    </ng-template>
    <ng-container [ngTemplateOutlet]="many" [ngTemplateOutletContext]="all()" />
  `,
  styles: `
    :host {
      display: block;
      font: 400 1.0625rem / 1.6 var(--serif);
      overflow-wrap: anywhere;
    }
    p,
    ul,
    ol {
      margin: 0;
    }
    p + p,
    p + ul,
    ul + p {
      margin-block-start: 0.4em;
    }
    ul,
    ol {
      padding-inline-start: 1.4em;
    }
    .heading {
      font: 600 1.0625rem / 1.4 var(--sans);
    }
    .bold {
      font-weight: 700;
    }
    .italic {
      font-style: italic;
    }
    .link {
      color: var(--harbour);
      text-decoration: underline;
    }
    .line {
      color: var(--ink-soft);
      font: 400 0.9375rem / 1.4 var(--sans);
    }
    .chip,
    .note {
      padding: 0.05em 0.4em;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--sunken);
      font: 400 0.875em / 1.4 var(--sans);
    }
    img {
      display: block;
      max-inline-size: 12rem;
      margin-block-end: var(--space-3xs);
    }
    table {
      border-collapse: collapse;
      font: 400 0.9375rem / 1.4 var(--sans);
    }
    td,
    th {
      padding: 0.3em 0.6em;
      border: 1px solid var(--line-strong);
      text-align: start;
      vertical-align: top;
    }
  `,
})
export class BlockView {
  readonly block = input.required<RichNode>();

  private readonly values = inject(FigureValues);
  private readonly sources = inject(TextSources);
  protected readonly all = computed(() => ({ $implicit: [this.block()] }));

  protected inside({ content }: RichNode) {
    return { $implicit: content ?? [] };
  }

  protected has({ marks }: RichNode, type: 'bold' | 'italic' | 'link'): boolean {
    return marks?.some((mark) => mark.type === type) ?? false;
  }

  protected figure({ attrs }: RichNode): string {
    const found = this.values.find(attrs as unknown as FigureRequest);
    return found ? this.values.value(found, attrs?.rounding satisfies FigureRounding | undefined) : '?';
  }

  protected picture({ attrs }: RichNode) {
    const id = attrs?.mediaId ?? attrs?.mediaIds?.[0];
    return id === undefined ? null : this.sources.picture(id);
  }
}
