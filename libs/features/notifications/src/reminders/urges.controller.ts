import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { UrgeList, UrgeRequest, UrgeView } from './urge-views.ts';
import { UrgesService, UrgeTooSoonError } from './urges.service.ts';

@ApiTags('tasks')
@Controller('api')
export class UrgesController {
  constructor(private readonly urges: UrgesService) {}

  @Post('tasks/:id/urge')
  @HttpCode(201)
  @ApiOperation({ summary: '催办：提醒任务的办理人（每项任务4小时内一次）' })
  @ApiResponse({ status: 201, standardSchema: UrgeView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 429, standardSchema: Problem, description: '催办过于频繁；Retry-After 为需等待的秒数' })
  async urge(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: UrgeRequest }) body: UrgeRequest,
    @Res({ passthrough: true }) reply: { header(name: string, value: string): unknown },
  ): Promise<UrgeView> {
    try {
      return await this.urges.urge(principal, id, body.note);
    } catch (error) {
      if (error instanceof UrgeTooSoonError) reply.header('retry-after', String(error.retryAfter));
      throw error;
    }
  }

  @Get('cases/:id/urges')
  @ApiOperation({ summary: '案件的催办记录' })
  @ApiResponse({ status: 200, standardSchema: UrgeList })
  @ApiResponse({ status: 404, standardSchema: Problem })
  list(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<UrgeList> {
    return this.urges.list(principal, id);
  }
}
