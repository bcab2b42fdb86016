import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AnnualReportService } from './annual-report.service.ts';
import {
  AnnualQuery,
  AnnualReport,
  ReportCases,
  ReportCasesQuery,
  ReportYear,
  ReviseYear,
  Revisions,
  RevisionView,
  RollUp,
} from './report-views.ts';
import { YearFreezeService } from './year-freeze.service.ts';

const directorOnly: RoleRule = {
  roles: ['director'],
  wholeOrganisation: true,
  code: 'report.freeze-forbidden',
  detail: '年度统计由司法所所长冻结和修订。',
};

@ApiTags('reports')
@Controller('api/reports/annual/:year')
@ApiParam({ name: 'year', description: '2000 至 2100', schema: { type: 'integer', minimum: 2000, maximum: 2100 } })
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 404, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
export class ReportsController {
  constructor(
    private readonly reports: AnnualReportService,
    private readonly freezing: YearFreezeService,
  ) {}

  @Get()
  @ApiOperation({ summary: '年度统计：各类别收件、受理、审结、退回、采纳等，县级为所辖乡镇合计' })
  @ApiResponse({ status: 200, standardSchema: AnnualReport })
  annual(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: AnnualQuery }) query: AnnualQuery,
  ): Promise<AnnualReport> {
    return this.reports.annual(principal, year, query);
  }

  @Get('cases')
  @ApiOperation({ summary: '统计项背后的案件，条数与统计数一致，按键翻页' })
  @ApiResponse({ status: 200, standardSchema: ReportCases })
  cases(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: ReportCasesQuery }) query: ReportCasesQuery,
  ): Promise<ReportCases> {
    return this.reports.cases(principal, year, query);
  }

  @Get('roll-up')
  @ApiOperation({ summary: '县级汇总：所辖各镇的年度统计，以及尚未冻结的镇' })
  @ApiResponse({ status: 200, standardSchema: RollUp })
  rollUp(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
  ): Promise<RollUp> {
    return this.reports.rollUp(principal, year);
  }

  @Post('freeze')
  @Roles(directorOnly)
  @HttpCode(201)
  @ApiOperation({
    summary: '冻结本镇年度统计（司法所所长）',
    description: '年度结束后方可冻结；收支不平的不予冻结，并列出有关案件。冻结后统计不再变化，更正应作修订。',
  })
  @ApiResponse({ status: 201, standardSchema: RevisionView })
  @ApiResponse({ status: 409, standardSchema: Problem })
  freeze(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
  ): Promise<RevisionView> {
    return this.freezing.freeze(principal, year);
  }

  @Post('revisions')
  @Roles(directorOnly)
  @HttpCode(201)
  @ApiOperation({ summary: '修订已冻结的年度统计，须说明理由（司法所所长）；以前各次修订不变' })
  @ApiResponse({ status: 201, standardSchema: RevisionView })
  @ApiResponse({ status: 409, standardSchema: Problem })
  revise(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
    @Body({ schema: ReviseYear }) body: ReviseYear,
  ): Promise<RevisionView> {
    return this.freezing.revise(principal, year, body.reason);
  }

  @Get('revisions')
  @ApiOperation({ summary: '年度统计的历次冻结与修订，最早的在前' })
  @ApiResponse({ status: 200, standardSchema: Revisions })
  revisions(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: AnnualQuery }) query: AnnualQuery,
  ): Promise<Revisions> {
    return this.freezing.revisions(principal, year, query.organisation);
  }
}
