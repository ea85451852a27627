import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@reihe/shared-contracts';
import { StaffAccess } from '@reihe/web-data-access';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { Layout } from './layout';

@Component({
  selector: 'reihe-list-stand-in',
  template: '<h1>List</h1><input aria-label="Search" data-search /><textarea aria-label="Text"></textarea>',
})
class List {}

async function open(role: Role): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '', component: Layout, children: [{ path: '**', component: List }] }]),
    ],
  });
  const ready = TestBed.inject(StaffAccess).ready();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/v1/auth/me')
    .flush({ id: 'a', email: 'a@example.org', name: 'Sample', roles: [role], language: 'en' });
  await ready;
  await RouterTestingHarness.create('/speakers?q=ada');
}

describe('the frame around every page', () => {
  it('offers only what the account may do', async () => {
    await open('editor');
    expect(screen.getByRole('link', { name: 'Recaps' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Accounts' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Outbox' })).not.toBeInTheDocument();
  });

  it('shows the same page in the other language', async () => {
    await open('editor');
    expect(screen.getByRole('link', { name: 'Deutsch' })).toHaveAttribute('href', '/admin/de/speakers?q=ada');
  });

  it('goes to the search with one key and to the sessions with two', async () => {
    await open('organiser');
    fireEvent.keyDown(document.body, { key: '/' });
    expect(screen.getByLabelText('Search')).toHaveFocus();
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 's' });
    await waitFor(() => {
      expect(TestBed.inject(Router).url).toBe('/sessions');
    });
  });

  it('leaves keys alone where one writes', async () => {
    await open('organiser');
    const text = screen.getByLabelText('Text');
    fireEvent.keyDown(text, { key: 'g' });
    fireEvent.keyDown(text, { key: 's' });
    fireEvent.keyDown(text, { key: '?' });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(TestBed.inject(Router).url).toBe('/speakers?q=ada');
  });

  it('lists its keys when asked', async () => {
    await open('organiser');
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  });
});
