import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import {
  ADMIN_LANGUAGES,
  DEFAULT_LANGUAGE,
  isAdminLanguage,
  isLanguage,
  LANGUAGES,
  type AdminLanguage,
  type Language,
} from '@reihe/shared-contracts';
import type { Request } from 'express';

/** `?lang=` where it names a language we have, else Accept-Language, else the default. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const request = context.switchToHttp().getRequest<Request>();
  return languageOf(request);
});

export function languageOf(request: Request): Language {
  const asked = request.query['lang'];
  if (isLanguage(asked)) return asked;
  const accepted = request.acceptsLanguages([...LANGUAGES]);
  return isLanguage(accepted) ? accepted : DEFAULT_LANGUAGE;
}

/** In which of its languages the admin opens for this browser. */
export function adminLanguageOf(request: Request): AdminLanguage {
  const accepted = request.acceptsLanguages([...ADMIN_LANGUAGES]);
  return isAdminLanguage(accepted) ? accepted : ADMIN_LANGUAGES[0];
}

/** The order in which a text's languages are tried; hand it to SQL as text[]: `array_position($1, language)`. */
export function fallbackOrder(language: Language): Language[] {
  return [language, ...LANGUAGES.filter((other) => other !== language)];
}
