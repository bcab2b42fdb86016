import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, drain, Roles, type RoleRule, type UploadRequest } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { sendFile, type Reply } from '../send-file.ts';
import {
  ChooseTemplateRequest,
  TemplateContentQuery,
  TemplateKindView,
  TemplateList,
  TemplatePreviewQuery,
} from './template-views.ts';
import { TemplatesService } from './templates.service.ts';

const templateKeepers: RoleRule = {
  roles: ['administrator', 'director'],
  code: 'template.forbidden-role',
  detail: '只有系统管理员和司法所所长可以管理文书模板。',
};

@ApiTags('papers')
@Roles(templateKeepers)
@Controller('api/papers/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @ApiOperation({ summary: '各种文书的模板：启用的版本、上传过的版本、可用的占位符' })
  @ApiResponse({ status: 200, standardSchema: TemplateList })
  @ApiResponse({ status: 403, standardSchema: Problem })
  list(@CurrentPrincipal() principal: Principal): Promise<TemplateList> {
    return this.templates.list(principal);
  }

  @Post(':kind')
  @ApiOperation({
    summary: '上传一版模板（docx），上传后不自动启用',
    description: '只用 {{占位符}}，{{正文}} 单独成段。含宏、外部链接、嵌入对象、修订痕迹、页码以外的域的不予接收。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiResponse({ status: 201, standardSchema: TemplateKindView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 413, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async add(
    @CurrentPrincipal() principal: Principal,
    @Param('kind') kind: string,
    @Req() request: UploadRequest,
  ): Promise<TemplateKindView> {
    try {
      return await this.templates.add(principal, kind, request);
    } catch (error) {
      await drain(request.raw);
      throw error;
    }
  }

  @Post(':kind/choice')
  @HttpCode(200)
  @ApiOperation({ summary: '启用某一版模板，或者退回以前的版本；0 为系统自带的模板' })
  @ApiResponse({ status: 200, standardSchema: TemplateKindView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  choose(
    @CurrentPrincipal() principal: Principal,
    @Param('kind') kind: string,
    @Body({ schema: ChooseTemplateRequest }) body: ChooseTemplateRequest,
  ): Promise<TemplateKindView> {
    return this.templates.choose(principal, kind, body);
  }

  @Get(':kind/preview')
  @ApiOperation({ summary: '用示例数据看模板的样张' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async preview(
    @CurrentPrincipal() principal: Principal,
    @Param('kind') kind: string,
    @Query({ schema: TemplatePreviewQuery }) query: z.infer<typeof TemplatePreviewQuery>,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return sendFile(await this.templates.preview(principal, kind, query), reply);
  }

  @Get(':kind/content')
  @ApiOperation({ summary: '下载一版模板，在 WPS 或 Word 中修改；0 为系统自带的，占位符已就位' })
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async content(
    @CurrentPrincipal() principal: Principal,
    @Param('kind') kind: string,
    @Query({ schema: TemplateContentQuery }) query: z.infer<typeof TemplateContentQuery>,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return sendFile(await this.templates.content(principal, kind, query.version), reply);
  }
}
