import { Readable } from 'node:stream';
import { AuditTrail } from '@lawgate/cases';
import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, disposition } from '@lawgate/http';
import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DocumentPreviewService } from './document-preview.service.ts';

interface Reply {
  header(name: string, value: string | number): Reply;
}

@ApiTags('documents')
@Controller('api')
export class DocumentPreviewController {
  constructor(
    private readonly previews: DocumentPreviewService,
    private readonly audit: AuditTrail,
  ) {}

  @Get('cases/:id/documents/:documentId/preview')
  @ApiOperation({
    summary: '材料转换为 PDF 查看（doc、wps、rtf、odt、html、xml、xls、et、xlsx、xlsm、ods）',
    description:
      '由服务器上的 LibreOffice 转换，未安装时不提供（409）。表格按页宽缩放，隐藏的行、列和工作表一并显示。版式可能与原件不同，以原件为准。每次查阅都记录在案。',
  })
  @ApiProduces('application/pdf')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  @ApiResponse({ status: 503, standardSchema: Problem })
  async preview(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('documentId') documentId: string,
    @Req() request: { readonly ip: string },
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { row, pdf } = await this.previews.pdf(principal, id, documentId);
    // Not awaited: documents are read constantly, and logging must not delay them.
    this.audit.note({
      orgId: principal.orgId,
      actor: principal,
      action: 'document.downloaded',
      subject: { kind: 'document', id: row.id },
      address: request.ip,
      detail: { case: row.caseId, sha256: row.sha256 },
    });
    reply
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, no-cache');
    return new StreamableFile(Readable.from([pdf]), {
      type: 'application/pdf',
      length: pdf.length,
      disposition: disposition('inline', `${row.name}.pdf`),
    });
  }
}
