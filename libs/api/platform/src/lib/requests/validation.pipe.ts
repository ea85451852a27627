import { ValidationPipe } from '@nestjs/common';
import { DomainError } from '../problems/domain-error';
import { fieldProblems } from './field-problems';

/** Bodies and queries come in as their classes or not at all; failures are codes per field, not sentences. */
export function bodyValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new DomainError('request.invalid', 400, { fields: fieldProblems(errors) }),
  });
}
