import { Catch, Inject, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { PortalRenderer } from '../portal-renderer';
import { correlationIdOf, problemOf, tellWhenToRetry } from '../problems/problem.filter';
import type { FormValues } from './form-values';

/** Which fields a feature's forms have: only these go back into the page. One that ends with a dot stands for all that begin so. */
export const FORM_FIELDS = Symbol('FORM_FIELDS');

/** A refused form comes back as the page it came from, with what was typed: nothing is lost. */
@Injectable()
@Catch()
export class FormProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(FormProblemFilter.name);

  constructor(
    private readonly portal: PortalRenderer,
    @Inject(FORM_FIELDS) private readonly fields: readonly string[],
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = problemOf(error, correlationIdOf(request));
    if (problem.status >= 500) {
      this.logger.error({ err: error, correlationId: problem.correlationId }, problem.code);
    }
    response.setHeader('Cache-Control', 'no-store');
    tellWhenToRetry(error, response);
    try {
      const values = typedValues(this.fields, request.body as FormValues | undefined);
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

function typedValues(fields: readonly string[], body: FormValues = {}): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      value !== undefined && fields.some((field) => isOf(field, name)) ? [[name, value]] : [],
    ),
  );
}

function isOf(field: string, name: string): boolean {
  return field === name || (field.endsWith('.') && name.startsWith(field));
}
