import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { API_BASE } from '@reihe/shared-contracts';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The contracts as JSON schemas, made when the API is built (tools/build). */
function contractSchemas(): Schemas {
  return JSON.parse(readFileSync(new URL('./contract-schemas.json', import.meta.url), 'utf8')) as Schemas;
}

/** An output, never written by hand: routes from the controllers, schemas from the contracts. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Reihe')
    .setDescription('A series of virtual exchanges: programme, registration, recaps.')
    .setVersion('1')
    .addCookieAuth('reihe.sid')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  document.components = { ...document.components, schemas: contractSchemas() };
  return document;
}

export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: `Reihe API ${API_BASE}`,
  });
}
