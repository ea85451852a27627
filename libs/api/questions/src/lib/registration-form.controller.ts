import { Controller, Get, Header, Query } from '@nestjs/common';
import { Answers, ForEveryone, ReaderLanguage } from '@reihe/api-platform';
import type { Language } from '@reihe/shared-contracts';
import type { RegistrationForm } from '@reihe/shared-registration';
import { RegistrationForms } from './registration-form';
import { RegistrationFormQuery } from './registration-form.query';

@Controller('registrations')
export class RegistrationFormController {
  constructor(private readonly forms: RegistrationForms) {}

  /** May be kept, but is asked for anew each time, which is cheap while nothing changed: what an organiser asks holds at once. */
  @Get('form')
  @ForEveryone()
  @Header('Cache-Control', 'no-cache')
  @Answers('RegistrationForm')
  form(
    @Query() { session }: RegistrationFormQuery,
    @ReaderLanguage() language: Language,
  ): Promise<RegistrationForm> {
    return this.forms.read(session, language);
  }
}
