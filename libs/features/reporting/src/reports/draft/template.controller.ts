import { docxType } from '@lawgate/files';
import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule, type UploadRequest } from '@lawgate/http';
import { Controller, Get, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiOperation,
  ApiParam,
  ApiProduces,
  ApiResponse,
  ApiTags,
  type ApiBodyOptions,
} from '@nestjs/swagger';
import { docxFile } from './docx-answer.ts';
import { TemplateCheck, TemplateList, TemplateVersion, TemplateVersionParam } from './draft-views.ts';
import { readTemplateFile } from './template-upload.ts';
import { TemplateService } from './template.service.ts';

const fileBody: ApiBodyOptions = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};
const version = { name: 'version', description: '0 为内置模板', schema: { type: 'integer', minimum: 0 } } as const;

const directorOnly: RoleRule = {
  roles: ['director'],
  wholeOrganisation: true,
  code: 'report.template-forbidden',
  detail: '年度报告的模板由司法所所长更换。',
};

@ApiTags('reports')
@Controller('api/reports/templates')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
export class TemplateController {
  constructor(private readonly templates: TemplateService) {}

  @Get()
  @ApiOperation({ summary: '本单位年度报告模板的各个版本，新的在前；以及模板可用的占位符' })
  @ApiResponse({ status: 200, standardSchema: TemplateList })
  list(@CurrentPrincipal() principal: Principal): Promise<TemplateList> {
    return this.templates.list(principal);
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ summary: '检查一份模板而不保存：占位符、问题，以及比内置模板少了哪些数据' })
  @ApiConsumes('multipart/form-data')
  @ApiBody(fileBody)
  @ApiResponse({ status: 200, standardSchema: TemplateCheck })
  @ApiResponse({ status: 413, standardSchema: Problem })
  @ApiResponse({ status: 415, standardSchema: Problem })
  async check(@CurrentPrincipal() principal: Principal, @Req() request: UploadRequest): Promise<TemplateCheck> {
    return this.templates.check(principal, await readTemplateFile(request));
  }

  @Post()
  @Roles(directorOnly)
  @HttpCode(201)
  @ApiOperation({
    summary: '上传新版模板（司法所所长）；有问题的不保存，逐项列出',
    description: '占位符写作 {{名称}}，可用键或中文名。模板中不执行任何命令、公式、宏。与现用版本相同的不另存。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(fileBody)
  @ApiResponse({ status: 201, standardSchema: TemplateVersion })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 413, standardSchema: Problem })
  @ApiResponse({ status: 415, standardSchema: Problem })
  async upload(@CurrentPrincipal() principal: Principal, @Req() request: UploadRequest): Promise<TemplateVersion> {
    return this.templates.upload(principal, await readTemplateFile(request));
  }

  @Post(':version/restore')
  @Roles(directorOnly)
  @HttpCode(201)
  @ApiOperation({ summary: '恢复以前的版本（司法所所长），成为新的一版；0 为内置模板' })
  @ApiParam(version)
  @ApiResponse({ status: 201, standardSchema: TemplateVersion })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  restore(
    @CurrentPrincipal() principal: Principal,
    @Param('version', { schema: TemplateVersionParam }) which: number,
  ): Promise<TemplateVersion> {
    return this.templates.restore(principal, which);
  }

  @Get(':version/content')
  @ApiOperation({ summary: '下载一版模板，在 WPS 或 Word 中修改' })
  @ApiParam(version)
  @ApiProduces(docxType)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async content(
    @CurrentPrincipal() principal: Principal,
    @Param('version', { schema: TemplateVersionParam }) which: number,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.templates.read(principal, which);
    return docxFile(name, `template-${which}.docx`, bytes);
  }
}
