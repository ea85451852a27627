import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiResponse } from '@nestjs/swagger';

const schemaOf = (contract: string) => ({ $ref: `#/components/schemas/${contract}` });

/**
 * Names the contract a route answers with. The schemas themselves are made from `shared/contracts` when the API is built,
 * so that the OpenAPI document repeats nothing by hand. `Page<X>` and `X[]` are understood.
 */
export function Answers(contract: string, status = 200): MethodDecorator {
  const list = /^(\w+)\[\]$/.exec(contract)?.[1];
  const page = /^Page<(\w+)>$/.exec(contract)?.[1];
  const schema = list ? { type: 'array', items: schemaOf(list) } : page ? pageOf(page) : schemaOf(contract);
  return applyDecorators(
    ApiResponse({ status, description: contract, content: { 'application/json': { schema } } }),
    refuses(),
  );
}

/** A route that goes on answering, with server-sent events whose data is the contract. */
export function AnswersEvents(contract: string): MethodDecorator {
  return applyDecorators(
    ApiResponse({
      status: 200,
      description: contract,
      content: { 'text/event-stream': { schema: schemaOf(contract) } },
    }),
    refuses(),
  );
}

/** A route that answers without a body. */
export function AnswersNothing(): MethodDecorator {
  return applyDecorators(ApiResponse({ status: 204, description: 'Done.' }), refuses());
}

/** Names the contract of a route's body. */
export function Takes(contract: string): MethodDecorator {
  return ApiBody({ schema: schemaOf(contract) });
}

function refuses(): MethodDecorator {
  return ApiResponse({
    status: 'default',
    description: 'Problem',
    content: { 'application/problem+json': { schema: schemaOf('Problem') } },
  });
}

function pageOf(item: string) {
  return {
    type: 'object',
    required: ['items', 'total', 'page', 'pageSize'],
    properties: {
      items: { type: 'array', items: schemaOf(item) },
      total: { type: 'integer' },
      page: { type: 'integer' },
      pageSize: { type: 'integer' },
    },
  };
}
