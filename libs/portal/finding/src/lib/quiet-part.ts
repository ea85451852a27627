import { Location } from '@angular/common';
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
import { Router } from '@angular/router';
import { PageStatus } from '@reihe/web-platform';

/**
 * A part of a page that is whole without a script: plain links and GET forms. The server renders it; the browser keeps what it
 * was sent, and fetches the part's script only once what it shows has changed. Until then, and after, links and forms inside
 * lead on without a new page. Nothing of it is hydrated: Angular knows no more of the part than this element.
 */
@Component({
  selector: 'reihe-quiet-part',
  template: '',
  host: {
    '(click)': 'follow($event)',
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
  private readonly location = inject(Location);
  private readonly router = inject(Router);
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

  protected follow(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || !link.href.startsWith(new URL(this.base, document.baseURI).href)) return;
    event.preventDefault();
    this.go(new URL(link.href));
  }

  protected ask(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const address = new URL(form.action);
    for (const [key, value] of new FormData(form))
      if (typeof value === 'string' && value !== '') address.searchParams.append(key, value);
    form.closest('details')?.removeAttribute('open');
    this.go(address);
  }

  /** Where the pages of this language begin. */
  private get base(): string {
    return `${this.location.prepareExternalUrl('/').replace(/\/$/, '')}/`;
  }

  private go({ pathname, search, hash }: URL): void {
    this.isInUse = false;
    const target = hash.slice(1);
    void this.router
      .navigateByUrl(pathname.slice(this.base.length - 1) + search + hash)
      .then(() => target && document.getElementById(target)?.focus());
  }
}
