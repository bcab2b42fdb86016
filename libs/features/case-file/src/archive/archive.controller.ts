import { CaseId, notFound, Problem, type Principal } from '@lawgate/contracts';
import { attachment, CurrentPrincipal, idempotencyOf, Roles, type RoleRule } from '@lawgate/http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ArchivePage,
  ArchiveQuery,
  CountPages,
  FileIndexView,
  HandOver,
  HandOverPage,
  HandOverQuery,
  HandOverView,
} from './archive-views.ts';
import { ArchiveService } from './archive.service.ts';
import { HandOversService } from './hand-overs.service.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const archivistOnly: RoleRule = {
  roles: ['archivist'],
  wholeOrganisation: true,
  code: 'archive.archivist-only',
  detail: '案卷的页数和移交由档案员登记。请用档案员账号登录。',
};

@ApiTags('archive')
@ApiResponse({ status: 404, standardSchema: Problem })
@Controller('api')
export class ArchiveController {
  constructor(
    private readonly archive: ArchiveService,
    private readonly handOvers: HandOversService,
  ) {}

  @Get('cases/:id/file-index')
  @ApiOperation({ summary: '卷内目录：文书在前，材料在后，逐件页数和起止页码' })
  @ApiResponse({ status: 200, standardSchema: FileIndexView })
  index(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<FileIndexView> {
    return this.archive.index(principal, caseIdOf(id));
  }

  @Put('cases/:id/file-index')
  @Roles(archivistOnly)
  @ApiOperation({ summary: '登记卷内文件的页数（档案员）；归档后也可以登记，每次登记都保留' })
  @ApiResponse({ status: 200, standardSchema: FileIndexView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  countPages(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: CountPages }) body: CountPages,
  ): Promise<FileIndexView> {
    return this.archive.countPages(principal, caseIdOf(id), body);
  }

  @Get('archive')
  @ApiOperation({ summary: '已归档的案件：保管期限、可以鉴定销毁的日期、是否已移交' })
  @ApiResponse({ status: 200, standardSchema: ArchivePage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: ArchiveQuery }) query: ArchiveQuery,
  ): Promise<ArchivePage> {
    return this.archive.list(principal, query);
  }

  @Post('archive/hand-overs')
  @Roles(archivistOnly)
  @HttpCode(201)
  @ApiOperation({ summary: '移交已归档的案件（档案员），生成移交清单；一个案件只移交一次' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 201, standardSchema: HandOverView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  handOver(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: HandOver }) body: HandOver,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<HandOverView> {
    return this.handOvers.handOver(principal, body, idempotencyOf(key, { handOver: body }));
  }

  @Get('archive/hand-overs')
  @ApiOperation({ summary: '移交记录，新的在前' })
  @ApiResponse({ status: 200, standardSchema: HandOverPage })
  handOverList(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: HandOverQuery }) query: HandOverQuery,
  ): Promise<HandOverPage> {
    return this.handOvers.list(principal, query);
  }

  @Get('archive/hand-overs/:id/content')
  @ApiOperation({ summary: '移交清单（xlsx，A4横向）' })
  @ApiProduces(xlsx)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async content(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<StreamableFile> {
    const { name, bytes } = await this.handOvers.content(principal, id);
    const disposition = attachment(name, 'hand-over.xlsx');
    return new StreamableFile(bytes, { type: xlsx, length: bytes.length, disposition });
  }
}

/** @throws ProblemError 404 for a malformed id, as for an unknown one */
function caseIdOf(text: string): string {
  const parsed = CaseId.safeParse(text);
  if (!parsed.success) throw notFound('该案件');
  return parsed.data.toLowerCase();
}
