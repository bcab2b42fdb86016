import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { NumberVoidService } from './number-void.service.ts';
import { NumberPage, NumberQuery, NumberSeriesList, NumberView, VoidNumberRequest } from './number-views.ts';

const directorOnly: RoleRule = {
  roles: ['director'],
  code: 'number.void-forbidden',
  detail: '只有司法所所长可以作废文号。请由所长办理。',
};

@ApiTags('numbers')
@Controller('api/numbers')
export class NumbersController {
  constructor(private readonly numbers: NumberVoidService) {}

  @Get()
  @ApiOperation({ summary: '一个代字一年的文号，按序号列出，作废的也在内' })
  @ApiResponse({ status: 200, standardSchema: NumberPage })
  @ApiResponse({ status: 422, standardSchema: Problem })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: NumberQuery }) query: NumberQuery,
  ): Promise<NumberPage> {
    return this.numbers.list(principal, query);
  }

  @Get('series')
  @ApiOperation({ summary: '各个代字每年的文号：用到几号，作废几个' })
  @ApiResponse({ status: 200, standardSchema: NumberSeriesList })
  series(@CurrentPrincipal() principal: Principal): Promise<NumberSeriesList> {
    return this.numbers.series(principal);
  }

  @Post(':id/void')
  @Roles(directorOnly)
  @HttpCode(200)
  @ApiOperation({ summary: '作废文号：保留序号和理由，不再使用；记入案件的办理记录' })
  @ApiResponse({ status: 200, standardSchema: NumberView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  void(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: VoidNumberRequest }) body: z.infer<typeof VoidNumberRequest>,
  ): Promise<NumberView> {
    return this.numbers.void(principal, id, body.reason);
  }
}
