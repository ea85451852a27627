import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { disabled, form } from '@angular/forms/signals';
import { NO_MEETING } from '@reihe/shared-contracts';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { MeetingAccessEditor, meetingForm, meetingSchema, saveMeeting } from '@reihe/admin-session-form';
import { SpeakerAddresses } from './speaker-addresses';

@Component({
  imports: [MeetingAccessEditor, SpeakerAddresses],
  template: `
    <reihe-meeting-access [meeting]="form">
      @if (!isReadOnly() && id(); as id) {
        <reihe-speaker-addresses [sessionId]="id" />
      }
    </reihe-meeting-access>
  `,
})
class Host {
  readonly id = signal<string | null>('s1');
  readonly isReadOnly = signal(false);
  readonly model = signal(
    meetingForm({ ...NO_MEETING, url: 'https://city.webex.com/meet/water', passcode: '47' }),
  );
  readonly form = form(this.model, (path) => {
    disabled(path, () => this.isReadOnly());
    meetingSchema(path);
  });
}

async function open() {
  const { fixture } = await render(Host, { providers: [provideHttpClient(), provideHttpClientTesting()] });
  const backend = fixture.debugElement.injector.get(HttpTestingController);
  return { host: fixture.componentInstance, backend };
}

const linkBox = () => screen.getByLabelText(/^Meeting link/);
const type = (box: HTMLElement, value: string) => {
  fireEvent.input(box, { target: { value } });
  fireEvent.blur(box);
};

describe('the meeting access of a session', () => {
  it('names the provider that the link tells, and takes another for it', async () => {
    const { host } = await open();
    const provider = screen.getByLabelText('Provider');
    expect(within(provider).getByRole('option', { name: 'As the link says: Webex' })).toBeInTheDocument();
    type(linkBox(), 'https://zoom.us/j/1');
    expect(
      await within(provider).findByRole('option', { name: 'As the link says: Zoom' }),
    ).toBeInTheDocument();
    expect(saveMeeting(host.model()).provider).toBeNull();
    fireEvent.input(provider, { target: { value: 'jitsi' } });
    expect(saveMeeting(host.model()).provider).toBe('jitsi');
  });

  it.each([
    ['meet.example/1', /This is not a link/],
    ['javascript:alert(1)', /begins with https:/],
    ['zoommtg://zoom.us/join', /begins with https:/],
  ])('says of %s at the field what is wrong, and offers no way to open it', async (typed, words) => {
    await open();
    expect(screen.getByRole('link', { name: /Open meeting/ })).toHaveAttribute(
      'href',
      'https://city.webex.com/meet/water',
    );
    type(linkBox(), typed);
    expect(await screen.findByText(words)).toBeVisible();
    expect(linkBox()).toBeInvalid();
    expect(screen.queryByRole('link', { name: /Open meeting/ })).not.toBeInTheDocument();
  });

  it('keeps numbers to ring, each with its place, and none without', async () => {
    const { host } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Add a number' }));
    const line = within(await screen.findByRole('group', { name: 'Number 1' }));
    type(line.getByLabelText('Country or city'), 'Ukraine');
    type(line.getByLabelText('Number'), 'ask us');
    expect(await line.findByText(/check how this is written/)).toBeVisible();
    expect(host.form().valid()).toBe(false);
    type(line.getByLabelText('Number'), '+380 44 555 019');
    await waitFor(() => {
      expect(host.form().valid()).toBe(true);
    });
    expect(saveMeeting(host.model()).dialIn).toMatchObject([
      { label: 'Ukraine', number: '+380 44 555 019', pin: '' },
    ]);
    fireEvent.click(line.getByRole('button', { name: 'Remove this number' }));
    await waitFor(() => {
      expect(host.model().dialIn).toEqual([]);
    });
  });

  it('leaves the door to the default where nothing is typed', async () => {
    const { host } = await open();
    expect(screen.getByLabelText(/Door opens/)).toHaveValue(15);
    fireEvent.input(screen.getByLabelText(/Door opens/), { target: { value: '' } });
    expect(saveMeeting(host.model())).not.toHaveProperty('opensBefore');
  });

  it('shows the speakers’ own addresses when asked for', async () => {
    const { backend } = await open();
    backend.expectNone('/api/v1/sessions/s1/join-addresses');
    fireEvent.click(screen.getByRole('button', { name: 'Show the addresses' }));
    await waitFor(() => {
      backend.expectOne('/api/v1/sessions/s1/join-addresses').flush([
        {
          speakerId: 'k1',
          name: 'Sample Speaker',
          roles: ['moderator', 'speaker'],
          address: 'https://reihe.example/join/abc',
        },
      ]);
    });
    expect(await screen.findByText('https://reihe.example/join/abc')).toBeVisible();
    expect(screen.getByText('Moderator and Speaker')).toBeVisible();
  });

  it('can be read by those who may not write, who get no link to open and no addresses', async () => {
    const { host } = await open();
    host.isReadOnly.set(true);
    await waitFor(() => {
      expect(linkBox()).toBeDisabled();
    });
    for (const name of [/Open meeting/, /Add a number/, /Show the addresses/])
      expect(screen.queryByRole(name.source === 'Open meeting' ? 'link' : 'button', { name })).toBeNull();
  });
});
