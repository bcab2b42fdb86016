import { Problem, type Principal } from '@lawgate/contracts';
import { AuditTrail } from '@lawgate/cases';
import { CurrentPrincipal, disposition, drain, type UploadRequest } from '@lawgate/http';
import { Controller, Get, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DocumentReadingService } from './document-reading.service.ts';
import {
  AccessList,
  ContentQuery,
  DocumentDetail,
  DocumentList,
  DocumentPages,
  DocumentTextView,
  FoundDocuments,
  SearchQuery,
} from './document-views.ts';
import { DocumentService } from './document.service.ts';

interface Reply {
  header(name: string, value: string | number): Reply;
}

/** Types that a browser displays without executing anything, with the media type to send. */
const shown: Readonly<Record<string, string>> = {
  'application/pdf': 'application/pdf',
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'text/plain': 'text/plain',
  'text/csv': 'text/plain',
  'text/markdown': 'text/plain',
};

@ApiTags('documents')
@Controller('api')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentService,
    private readonly reading: DocumentReadingService,
    private readonly audit: AuditTrail,
  ) {}

  @Post('cases/:id/documents')
  @ApiOperation({
    summary: '上传材料；同一种类的每次上传为一个新版本',
    description:
      '按文件内容判断类型。与该种类同一轮次最新版本内容相同的文件不产生新版本，答复即为原有版本（201）。材料种类见 /api/definitions/:key 的 materials。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['kind', 'file'],
      properties: {
        kind: { type: 'string', description: '材料种类' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiResponse({ status: 201, standardSchema: DocumentDetail })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 413, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async upload(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Req() request: UploadRequest,
  ): Promise<DocumentDetail> {
    try {
      return await this.documents.add(principal, id, request);
    } catch (error) {
      await drain(request.raw);
      throw error;
    }
  }

  @Get('cases/:id/documents')
  @ApiOperation({ summary: '案件的全部材料：各版本、轮次、查毒与文字读取情况、提示' })
  @ApiResponse({ status: 200, standardSchema: DocumentList })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: DocumentPages }) query: DocumentPages,
  ): Promise<DocumentList> {
    return this.reading.list(principal, id, query);
  }

  @Get('cases/:id/documents/:documentId/content')
  @ApiOperation({
    summary: '下载材料；inline=1 时在页面内查看（pdf、图片、文本）',
    description: '每次查阅都记录在案。含病毒的文件不提供（409）。法律顾问的工作结束后不再提供（403）。',
  })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  async download(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Query({ schema: ContentQuery }) { inline }: ContentQuery,
    @Req() request: { readonly ip: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { row, bytes } = await this.documents.content(
      principal,
      id,
      documentId,
      inline === '1' ? 'read' : 'download',
    );
    // Not awaited: documents are read constantly, and logging must not delay them.
    this.audit.note({
      orgId: principal.orgId,
      actor: principal,
      action: 'document.downloaded',
      subject: { kind: 'document', id: row.id },
      address: request.ip,
      detail: { case: row.caseId, sha256: row.sha256 },
    });
    const asShown = inline === '1' ? shown[row.mediaType] : undefined;
    // Never executed within our own origin: an uploaded file must not act with the rights of the person who views it.
    reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, no-cache')
      .header('etag', `"${row.sha256}"`);
    return new StreamableFile(bytes, {
      type: asShown ?? row.mediaType,
      length: row.size,
      disposition: disposition(asShown === undefined ? 'attachment' : 'inline', row.name),
    });
  }

  @Get('cases/:id/documents/:documentId/text')
  @ApiOperation({
    summary: '材料的文字，逐段；未接受的修订以〔插入：…〕〔删除：…〕标明',
    description:
      'state 为 done 以外时没有段落：pending 读取中，no-text 为没有文字的扫描件，failed 见 message，not-read 为不读取文字的类型。',
  })
  @ApiResponse({ status: 200, standardSchema: DocumentTextView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  text(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Query({ schema: DocumentPages }) query: DocumentPages,
  ): Promise<DocumentTextView> {
    return this.reading.text(principal, id, documentId, query);
  }

  @Get('cases/:id/document-accesses')
  @ApiOperation({ summary: '材料的查阅记录：谁、何时、看了什么；新的在前' })
  @ApiResponse({ status: 200, standardSchema: AccessList })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  accesses(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: DocumentPages }) query: DocumentPages,
  ): Promise<AccessList> {
    return this.reading.accesses(principal, id, query);
  }

  @Get('documents/search')
  @ApiOperation({ summary: '在可查阅的材料文字中检索，新的在前' })
  @ApiResponse({ status: 200, standardSchema: FoundDocuments })
  @ApiResponse({ status: 422, standardSchema: Problem })
  search(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: SearchQuery }) query: SearchQuery,
  ): Promise<FoundDocuments> {
    return this.reading.search(principal, query);
  }
}
