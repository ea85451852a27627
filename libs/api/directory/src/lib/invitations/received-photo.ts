import { UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { MEDIA_LIMITS } from '@reihe/shared-contracts';

/** What multer's memory storage hands over. */
export interface ReceivedFile {
  originalname: string;
  buffer: Uint8Array;
}

/** One picture in `file`; the limit is that of the media library, so that it and not the parser says what is wrong. */
export const TakesPhoto = () =>
  UseInterceptors(
    FileInterceptor('file', { limits: { fileSize: MEDIA_LIMITS.bytes, files: 1, fields: 10 } }),
  );

export function photoOf(file: ReceivedFile | undefined) {
  return file && { fileName: file.originalname, contents: file.buffer };
}
