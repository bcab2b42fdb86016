import { Problem, type Principal } from '@lawgate/contracts';
import { attachment as asAttachment, CurrentPrincipal, Roles, type UploadRequest } from '@lawgate/http';
import { Controller, Get, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AttachmentsService } from './attachments.service.ts';
import { ledgerKeepers } from './ledger-access.ts';
import { AttachmentView } from './indicator-views.ts';

@ApiTags('indicators')
@Controller('api/indicators/entries/:id/attachments')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 404, standardSchema: Problem })
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post()
  @Roles(ledgerKeepers)
  @HttpCode(201)
  @ApiOperation({ summary: '为一条登记上传附件（照片、签到表等，不超过20MB）；同一文件不重复保存' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 201, standardSchema: AttachmentView })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 413, standardSchema: Problem })
  @ApiResponse({ status: 415, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  attach(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Req() request: UploadRequest,
  ): Promise<AttachmentView> {
    return this.attachments.attach(principal, id, request);
  }

  @Get(':attachment')
  @ApiOperation({ summary: '下载附件' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('attachment') attachment: string,
  ): Promise<StreamableFile> {
    const { name, size, content } = await this.attachments.content(principal, id, attachment);
    // Any type of file: a browser saves it and never executes it.
    const disposition = asAttachment(name);
    return new StreamableFile(content, { type: 'application/octet-stream', length: size, disposition });
  }
}
