import { Module } from '@nestjs/common';
import { MediaModule } from '@reihe/api-media';
import { DemoLoader } from './demo-loader';
import { DemoRepository } from './demo.repository';

@Module({ imports: [MediaModule], providers: [DemoLoader, DemoRepository], exports: [DemoLoader] })
export class DemoModule {}
