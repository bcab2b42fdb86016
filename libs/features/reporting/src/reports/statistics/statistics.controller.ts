import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Statistics, StatisticsQuery, Stays } from './statistics-views.ts';
import { StatisticsService } from './statistics.service.ts';

@ApiTags('reports')
@Controller('api/reports/statistics')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 404, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
export class StatisticsController {
  constructor(private readonly statistics: StatisticsService) {}

  @Get()
  @ApiOperation({
    summary: '统计：逐月收件和审结、同比、各类别和各阶段用时、按期率、采纳率、审查人和法律顾问工作量',
    description: '按台账现状统计，每个数的 list 是列出其各件的地址。',
  })
  @ApiResponse({ status: 200, standardSchema: Statistics })
  year(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: StatisticsQuery }) query: StatisticsQuery,
  ): Promise<Statistics> {
    return this.statistics.statistics(principal, query);
  }

  @Get('stays')
  @ApiOperation({ summary: '各状态的停留时间（日历日，中位数和九成以内）和现有件数，供状态图使用' })
  @ApiResponse({ status: 200, standardSchema: Stays })
  stays(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: StatisticsQuery }) query: StatisticsQuery,
  ): Promise<Stays> {
    return this.statistics.stays(principal, query);
  }
}
