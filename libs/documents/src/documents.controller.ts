import { DocumentView, Problem, type Principal } from '@lawgate/contracts';
import { AuditTrail, CurrentPrincipal } from '@lawgate/runtime';
import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { attachment } from './content-disposition.ts';
import { DocumentService } from './document.service.ts';
import { drain, type UploadRequest } from './upload-form.ts';

interface Reply {
  header(name: string, value: string | number): Reply;
}

@ApiTags('documents')
@Controller('api/cases/:id/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentService,
    private readonly audit: AuditTrail,
  ) {}

  @Post()
  @ApiOperation({
    summary: '上传材料；同一种类的每次上传为一个新版本',
    description:
      '按文件内容判断类型。与该种类最新版本内容相同的文件不产生新版本，答复即为原有版本（201）。材料种类见 /api/definitions/:key 的 materials。',
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
  @ApiResponse({ status: 201, standardSchema: DocumentView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 413, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async upload(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Req() request: UploadRequest,
  ): Promise<DocumentView> {
    try {
      return await this.documents.add(principal, id, request);
    } catch (error) {
      await drain(request.raw);
      throw error;
    }
  }

  @Get(':documentId/content')
  @ApiOperation({ summary: '下载材料' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async download(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: { readonly ip: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { row, bytes } = await this.documents.content(principal, id, documentId);
    // Not waited for: reading a document is a person's every minute, and its log must not make him wait.
    this.audit.note({
      orgId: principal.orgId,
      actor: principal,
      action: 'document.downloaded',
      subject: { kind: 'document', id: row.id },
      address: request.ip,
      detail: { case: row.caseId, sha256: row.sha256 },
    });
    // Never shown within our own origin: what somebody handed in must not act in the name of who looks at it.
    reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-cache')
      .header('etag', `"${row.sha256}"`);
    return new StreamableFile(bytes, { type: row.mediaType, length: row.size, disposition: attachment(row.name) });
  }
}
