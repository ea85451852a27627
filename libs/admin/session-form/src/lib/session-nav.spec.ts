import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { TestBed } from '@angular/core/testing';
import { Component } from '@angular/core';
import { type Permission, type Role } from '@reihe/shared-contracts';
import { may } from '@reihe/shared-policies';
import { screen, within } from '@testing-library/angular';
import { SessionNav } from './session-nav';

let roles: readonly Role[] = [];

@Component({
  imports: [SessionNav],
  template: `<reihe-session-nav sessionId="s1" [access]="access" />`,
})
class Host {
  protected readonly access = { may: (permission: Permission) => may(roles, permission) };
}

async function open(address: string, role: Role = 'organiser') {
  roles = [role];
  TestBed.configureTestingModule({
    providers: [provideRouter([{ path: 'sessions', children: [{ path: '**', component: Host }] }])],
  });
  await RouterTestingHarness.create(address);
  return within(screen.getByRole('navigation', { name: 'Pages of this session' }));
}

const named = (links: HTMLElement[]) => links.map(({ textContent }) => textContent.trim());

describe('the way between the pages of a session', () => {
  it.each([
    ['/sessions/s1', 'Session'],
    ['/sessions/s1/registrations?states=waitlisted&page=2', 'Registrations'],
    ['/sessions/s1/messages', 'Messages'],
    ['/sessions/s1/registration/rules', 'Rules and questions'],
    ['/sessions/s1/registration/invitations', 'Rules and questions'],
    ['/sessions/s1/numbers', 'Live numbers'],
    ['/sessions/s1/attendance', 'Attendance'],
    ['/sessions/s1/after', 'After the session'],
  ])('says at %s that one is at “%s”, and nowhere else', async (address, here) => {
    const nav = await open(address);
    expect(named(nav.getAllByRole('link', { current: 'page' }))).toEqual([here]);
  });

  it('is links to each of them, in one order', async () => {
    const nav = await open('/sessions/s1/after');
    expect(nav.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/sessions/s1',
      '/sessions/s1/registrations',
      '/sessions/s1/messages',
      '/sessions/s1/registration',
      '/sessions/s1/numbers',
      '/sessions/s1/attendance',
      '/sessions/s1/after',
    ]);
  });

  it('leads nobody to where they may not go', async () => {
    const nav = await open('/sessions/s1', 'editor');
    expect(named(nav.getAllByRole('link'))).toEqual([
      'Session',
      'Rules and questions',
      'Live numbers',
      'After the session',
    ]);
  });
});
