import { Module } from '@nestjs/common';
import { NumbersController } from './number-void.controller.ts';
import { LettersController, PapersController } from './papers.controller.ts';
import { PapersModule } from './papers.module.ts';
import { TemplatesController } from './template/templates.controller.ts';

@Module({
  imports: [PapersModule],
  controllers: [PapersController, LettersController, TemplatesController, NumbersController],
})
export class PapersHttpModule {}
