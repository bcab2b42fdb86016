import { Module } from '@nestjs/common';
import { DocumentWriter } from './document-writer.ts';
import { DocumentService } from './document.service.ts';
import { DocumentsController } from './documents.controller.ts';

/**
 * The app offers the content store and registers `@fastify/multipart`; its `limits.fileSize` is the largest upload in
 * bytes.
 */
@Module({ controllers: [DocumentsController], providers: [DocumentWriter, DocumentService] })
export class DocumentsModule {}
