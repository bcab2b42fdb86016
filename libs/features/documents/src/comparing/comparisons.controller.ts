import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, idempotencyOf } from '@lawgate/http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DocumentPages } from '../document-views.ts';
import { AcceptRequest, CompareRequest, ComparisonList, ComparisonView } from './comparison-views.ts';
import { ComparisonService } from './comparison.service.ts';

@ApiTags('documents')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 404, standardSchema: Problem })
@Controller('api/cases/:id/comparisons')
export class ComparisonsController {
  constructor(private readonly comparisons: ComparisonService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary: '比对同一案件的两份材料或两个版本：先逐段，再逐字；后台完成',
    description: 'left 为原文（如审定文本），right 为后来的文本（如盖章文本）。同样的两份再次发起，答复为原有的比对。',
  })
  @ApiResponse({ status: 202, standardSchema: ComparisonView })
  @ApiResponse({ status: 422, standardSchema: Problem })
  ask(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: CompareRequest }) body: CompareRequest,
  ): Promise<ComparisonView> {
    return this.comparisons.ask(principal, id, body);
  }

  @Get()
  @ApiOperation({ summary: '案件的比对，新的在前' })
  @ApiResponse({ status: 200, standardSchema: ComparisonList })
  list(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: DocumentPages }) query: DocumentPages,
  ): Promise<ComparisonList> {
    return this.comparisons.list(principal, id, query);
  }

  @Get(':comparisonId')
  @ApiOperation({ summary: '一次比对：不同之处，段对段，并标出增删的文字' })
  @ApiResponse({ status: 200, standardSchema: ComparisonView })
  find(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('comparisonId') comparisonId: string,
  ): Promise<ComparisonView> {
    return this.comparisons.find(principal, id, comparisonId);
  }

  @Post(':comparisonId/acceptance')
  @HttpCode(200)
  @ApiOperation({
    summary: '确认比对结果，记入案件经过；有不同的须写明理由，扫描件须先逐页人工核对',
    description: '案件所处环节不需要比对时答复409。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 200, standardSchema: ComparisonView })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  accept(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('comparisonId') comparisonId: string,
    @Body({ schema: AcceptRequest }) body: AcceptRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<ComparisonView> {
    const idempotency = idempotencyOf(key, { comparison: comparisonId, body });
    return this.comparisons.accept(principal, id, comparisonId, body, idempotency);
  }
}
