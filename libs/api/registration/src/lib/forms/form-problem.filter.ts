import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { correlationIdOf, PortalRenderer, problemOf } from '@reihe/api-platform';
import { cancelRegistrationRules, registerRules } from '@reihe/shared-contracts';
import type { Request, Response } from 'express';
import type { FormValues } from './register-forms';

/** Only what the forms ask for goes back into the page. */
const FORM_FIELDS = [...Object.keys(registerRules), ...Object.keys(cancelRegistrationRules)].filter(
  (field) => field !== 'token',
);

/** A refused form comes back as the page it came from, with what was typed: nothing is lost. */
@Injectable()
@Catch()
export class FormProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(FormProblemFilter.name);

  constructor(private readonly portal: PortalRenderer) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = problemOf(error, correlationIdOf(request));
    if (problem.status >= 500) {
      this.logger.error({ err: error, correlationId: problem.correlationId }, problem.code);
    }
    response.setHeader('Cache-Control', 'no-store');
    try {
      const values = typedValues(request.body as FormValues | undefined);
      const { status, html } = await this.portal.render(request.originalUrl, { values, problem });
      response.status(status).type('html').send(html);
    } catch (rendering) {
      this.logger.error(
        { err: rendering, correlationId: problem.correlationId },
        'The page was not rendered',
      );
      response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    }
  }
}

function typedValues(body: FormValues = {}): Record<string, string | string[]> {
  return Object.fromEntries(
    FORM_FIELDS.flatMap((field) => {
      const value = body[field];
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
