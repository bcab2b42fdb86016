import { notFound, Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PutStandIn, StandInList, StandInView } from './stand-in-views.ts';
import { StandInsService } from './stand-ins.service.ts';

@ApiTags('people')
@Controller('api/standins')
export class StandInsController {
  constructor(private readonly standIns: StandInsService) {}

  @Get()
  @ApiOperation({ summary: '本单位今天及以后的代理安排' })
  @ApiResponse({ status: 200, standardSchema: StandInList })
  list(@CurrentPrincipal() principal: Principal): Promise<StandInList> {
    return this.standIns.list(principal);
  }

  @Put()
  @ApiOperation({
    summary: '登记外出期间的代理人（不写 person 即本人；所长可为本单位人员登记）',
    description: '日期含起不含止。代理人须为本单位人员并具有被代理人的全部角色。',
  })
  @ApiResponse({ status: 200, standardSchema: StandInView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  put(@CurrentPrincipal() principal: Principal, @Body({ schema: PutStandIn }) body: PutStandIn): Promise<StandInView> {
    return this.standIns.put(principal, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '结束代理：未开始的删除，已开始的自今天起失效' })
  @ApiResponse({ status: 204 })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async end(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    // A malformed id is answered like an unknown one.
    if (!z.uuid().safeParse(id).success) throw notFound('该代理安排');
    await this.standIns.end(principal, id);
  }
}
