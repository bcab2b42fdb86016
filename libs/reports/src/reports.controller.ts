import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/runtime';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AnnualReportService } from './annual-report.service.ts';
import { AnnualQuery, AnnualReport, ReportCases, ReportCasesQuery, ReportYear } from './report-views.ts';

@ApiTags('reports')
@Controller('api/reports/annual/:year')
@ApiParam({ name: 'year', description: '2000 至 2100', schema: { type: 'integer', minimum: 2000, maximum: 2100 } })
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 404, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
export class ReportsController {
  constructor(private readonly reports: AnnualReportService) {}

  @Get()
  @ApiOperation({ summary: '年度统计：各类别收件、受理、审结、退回、采纳等，县级为所辖乡镇合计' })
  @ApiResponse({ status: 200, standardSchema: AnnualReport })
  annual(
    @CurrentPrincipal() principal: Principal,
    @Param('year', { schema: ReportYear }) year: number,
    @Query({ schema: AnnualQuery }) query: AnnualQuery,
  ): Promise<AnnualReport> {
    return this.reports.annual(principal, year, query.organisation);
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
}
