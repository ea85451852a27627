import {
  ApplicationRef,
  Component,
  createComponent,
  DestroyRef,
  effect,
  ElementRef,
  EnvironmentInjector,
  inject,
  input,
  output,
  PendingTasks,
  type ComponentRef,
  type Type,
} from '@angular/core';
import { PageLinks, PageStatus } from '@reihe/web-platform';

/**
 * A part of a page that is whole without a script: plain links and GET forms. The server renders it; the browser keeps what it
 * was sent, and fetches the part's script only once what it shows has changed. Until then, and after, forms inside lead on without
 * a new page, and links as everywhere (`PageLinks`). Nothing of it is hydrated: Angular knows no more of the part than this element.
 */
@Component({
  selector: 'reihe-quiet-part',
  template: '',
  host: {
    '(click)': 'leave($event)',
    '(submit)': 'ask($event)',
    '(input)': 'isInUse = true',
  },
})
export class QuietPart {
  readonly part = input.required<() => Promise<Type<unknown>>>();
  /** The part's inputs; a new object is new content. */
  readonly inputs = input.required<Record<string, unknown>>();
  /** Somebody opened a `details` in it. */
  readonly opened = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly links = inject(PageLinks);
  private readonly injector = inject(EnvironmentInjector);
  private readonly application = inject(ApplicationRef);
  private readonly isOnServer = inject(PageStatus).isOnServer;
  private shown: ComponentRef<unknown> | null = null;
  private isDestroyed = false;
  /** What is being typed is not replaced by a newer form. */
  protected isInUse = false;

  constructor() {
    const tasks = inject(PendingTasks);
    let isSent = this.host.hasChildNodes();
    effect(() => {
      this.inputs();
      if (isSent) isSent = false;
      else tasks.run(() => this.show());
    });
    // This event does not bubble.
    this.host.addEventListener('toggle', () => this.opened.emit(), true);
    inject(DestroyRef).onDestroy(() => {
      this.isDestroyed = true;
      this.shown?.destroy();
    });
  }

  private async show(): Promise<void> {
    if (!this.shown) {
      const type = await this.part()();
      if (this.isDestroyed || this.isInUse) return;
      this.shown ??= createComponent(type, { environmentInjector: this.injector });
    }
    const { shown } = this;
    for (const [name, value] of Object.entries(this.inputs())) shown.setInput(name, value);
    const content = shown.location.nativeElement as HTMLElement;
    if (content.parentNode) return;
    shown.changeDetectorRef.detectChanges();
    // On the server nothing changes any more, and what Angular does not know of it does not describe to the browser.
    if (this.isOnServer) {
      this.host.appendChild(content);
      return;
    }
    this.replaceContent(content);
    this.application.attachView(shown.hostView);
  }

  /** Whoever is in the middle of it stays where they are. */
  private replaceContent(content: HTMLElement): void {
    const focused = this.host.querySelector(':focus')?.id;
    const open = this.host.querySelectorAll('details[open]').length > 0;
    this.host.replaceChildren(content);
    if (open) content.querySelector('details')?.setAttribute('open', '');
    if (focused) document.getElementById(focused)?.focus();
  }

  protected ask(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const address = new URL(form.action);
    for (const [key, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') address.searchParams.append(key, value);
    form.closest('details')?.removeAttribute('open');
    this.isInUse = false;
    this.links.go(address);
  }

  /** Whoever follows a link is done with the form. */
  protected leave(event: Event): void {
    if ((event.target as Element).closest('a[href]')) this.isInUse = false;
  }
}
