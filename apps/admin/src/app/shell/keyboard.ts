import { DOCUMENT, inject, Injectable } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { ShortcutsDialog } from './shortcuts-dialog';

/** Second key after `g`, with where it goes. */
export const JUMPS: Readonly<Record<string, string>> = {
  t: '/',
  s: '/sessions',
  r: '/recaps',
  p: '/speakers',
  f: '/figures',
  o: '/outbox',
};
const PAUSE_BETWEEN_KEYS = 1200;

/** The keys that work everywhere, except where one writes. */
@Injectable()
export class Keyboard {
  private readonly router = inject(Router);
  private readonly dialogs = inject(MatDialog);
  private readonly document = inject(DOCUMENT);
  private lastG = -Infinity;

  press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (this.dialogs.openDialogs.length > 0) return;
    const isJump = event.timeStamp - this.lastG < PAUSE_BETWEEN_KEYS;
    this.lastG = event.key === 'g' ? event.timeStamp : -Infinity;
    const target = isJump ? JUMPS[event.key] : undefined;
    if (target !== undefined) void this.router.navigateByUrl(target);
    else if (event.key === '/') this.goToSearch(event);
    else if (event.key === '?') this.dialogs.open(ShortcutsDialog);
  }

  private goToSearch(event: KeyboardEvent): void {
    const search = this.document.querySelector<HTMLInputElement>('[data-search]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  }
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
