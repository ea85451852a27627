import { ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type MetadataStorage } from 'class-validator';
import { DomainError } from '../problems/domain-error';
import { fieldProblems } from './field-problems';

/** Bodies and queries come in as their classes or not at all; failures are codes per field, not sentences. */
export function bodyValidation(): ValidationPipe {
  findRulesOncePerClass(getMetadataStorage());
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    exceptionFactory: (errors) => new DomainError('request.invalid', 400, { fields: fieldProblems(errors) }),
  });
}

type FindRules = MetadataStorage['getTargetValidationMetadatas'];
const remembering = new WeakSet<MetadataStorage>();

/**
 * class-validator looks through the rules of all classes for each object that it checks, twice for each request: the more the API can do,
 * the longer every one of its answers takes. Classes get their rules when they are loaded and keep them.
 */
function findRulesOncePerClass(storage: MetadataStorage): void {
  if (remembering.has(storage)) return;
  remembering.add(storage);
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<Parameters<FindRules>[0], ReturnType<FindRules>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length)
      return find(target, schema, always, strictGroups, groups);
    let rules = known.get(target);
    if (!rules) known.set(target, (rules = find(target, schema, always, strictGroups, groups)));
    return rules;
  };
}
