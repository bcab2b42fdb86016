import { docxType } from '@lawgate/files';
import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Controller, Get, Inject, Optional, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReportYear } from '../report-views.ts';
import { DraftQuery, DraftView } from './draft-views.ts';
import { DraftService } from './draft.service.ts';
import { docxFile } from './docx-answer.ts';

/** Public address of the system, if set; otherwise links use the address of the request. */
export const PUBLIC_URL = Symbol('PUBLIC_URL');

/** The parts of the request that give its address. */
interface Addressed {
  readonly protocol: string;
  readonly host: string;
}

@ApiTags('reports')
@Controller('api/reports/annual/:year')
@ApiParam({ name: 'year', description: '2000 至 2100', schema: { type: 'integer', minimum: 2000, maximum: 2100 } })
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 404, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
export class DraftController {
  constructor(
    private readonly drafts: DraftService,
    @Optional() @Inject(PUBLIC_URL) private readonly publicUrl?: string,
  ) {}

  @Get('draft')
  @ApiOperation({ summary: '年度报告草稿的全部数据：每项的数、单位、所依据的列表、是否待补' })
  @ApiResponse({ status: 200, standardSchema: DraftView })
  draft(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: DraftQuery }) query: DraftQuery,
  ): Promise<DraftView> {
    return this.drafts.view(principal, year, query);
  }

  @Get('draft.docx')
  @ApiOperation({
    summary: '年度报告草稿（docx）：按本单位现用模板生成，每个数是指向其列表的链接，待补的标黄并列于文末',
  })
  @ApiProduces(docxType)
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async paper(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: DraftQuery }) query: DraftQuery,
    @Req() request: Addressed,
  ): Promise<StreamableFile> {
    const base = (this.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '');
    const { name, bytes } = await this.drafts.paper(principal, year, query, base);
    return docxFile(name, `annual-report-${year}.docx`, bytes);
  }
}
