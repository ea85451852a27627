import { Injectable } from '@nestjs/common';

/** Where "now" comes from, so that specs can set it. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
