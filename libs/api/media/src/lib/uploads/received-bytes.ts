import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { UPLOAD_CHUNK_BYTES } from '@reihe/shared-editorial';
import { tooLarge } from './upload.errors';

/** The bytes of a request's body as they are. @throws DomainError request.too-large above one chunk */
export const ReceivedBytes = createParamDecorator(async (_data: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<IncomingMessage>();
  const parts: Buffer[] = [];
  let length = 0;
  // Left alone when it ends early: a destroyed request takes its connection along, and the refusal would not arrive.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > UPLOAD_CHUNK_BYTES) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
});
