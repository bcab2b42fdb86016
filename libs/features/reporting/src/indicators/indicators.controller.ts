import { notFound, Problem, ProblemError, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { isId } from '@lawgate/database';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  EntryPage,
  EntryQuery,
  EntryView,
  IndicatorQuery,
  IndicatorReport,
  KindKey,
  KindList,
  MakeEntry,
  PutKind,
  VoidEntry,
} from './indicator-views.ts';
import { IndicatorsService } from './indicators.service.ts';
import { ledgerKeepers } from './ledger-access.ts';
import { LedgerService } from './ledger.service.ts';

const kindsKeepers: RoleRule = {
  roles: ['administrator'],
  code: 'indicator.kinds-forbidden',
  detail: '年度指标的种类由系统管理员设置。',
};

@ApiTags('indicators')
@Controller('api/indicators')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 422, standardSchema: Problem })
export class IndicatorsController {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly ledger: LedgerService,
  ) {}

  @Get()
  @ApiOperation({ summary: '年度指标：各种类全年、各季度的数和登记条数' })
  @ApiResponse({ status: 200, standardSchema: IndicatorReport })
  year(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: IndicatorQuery }) query: IndicatorQuery,
  ): Promise<IndicatorReport> {
    return this.indicators.year(principal, query);
  }

  @Get('kinds')
  @ApiOperation({ summary: '本单位的指标种类，包括停用的' })
  @ApiResponse({ status: 200, standardSchema: KindList })
  kinds(@CurrentPrincipal() principal: Principal): Promise<KindList> {
    return this.indicators.kinds(principal);
  }

  @Put('kinds/:key')
  @Roles(kindsKeepers)
  @ApiOperation({ summary: '新设或修改指标种类（系统管理员）；停用即 active=false' })
  @ApiResponse({ status: 200, standardSchema: KindList })
  @ApiResponse({ status: 409, standardSchema: Problem })
  putKind(
    @CurrentPrincipal() principal: Principal,
    @Param('key', { schema: KindKey }) key: string,
    @Body({ schema: PutKind }) body: PutKind,
  ): Promise<KindList> {
    return this.indicators.putKind(principal, key, body);
  }

  @Post('entries')
  @Roles(ledgerKeepers)
  @HttpCode(201)
  @ApiOperation({
    summary: '登记一条（审查人、司法所所长）',
    description: '一行写完：{"line": "3月8日 普法宣传活动 2 发放宣传单500份"}；或分项：kind、date、number、note。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '同一键重复提交只登记一条' })
  @ApiResponse({ status: 201, standardSchema: EntryView })
  enter(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: MakeEntry }) body: MakeEntry,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<EntryView> {
    if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new ProblemError(422, 'idempotency.key-invalid', '幂等键（Idempotency-Key）应为1至200个可见字符。');
    }
    return this.ledger.enter(principal, body, key ?? null);
  }

  @Post('entries/:id/void')
  @Roles(ledgerKeepers)
  @HttpCode(200)
  @ApiOperation({ summary: '作废一条登记，须说明理由；更正应另行登记' })
  @ApiResponse({ status: 200, standardSchema: EntryView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  async void(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: VoidEntry }) body: VoidEntry,
  ): Promise<EntryView> {
    if (!isId(id)) throw notFound('该条登记');
    return this.ledger.void(principal, id, body.reason);
  }

  @Get(':kind/entries')
  @ApiOperation({ summary: '指标背后的登记，按日期先后，按键翻页' })
  @ApiResponse({ status: 200, standardSchema: EntryPage })
  @ApiResponse({ status: 404, standardSchema: Problem })
  entries(
    @CurrentPrincipal() principal: Principal,
    @Param('kind') kind: string,
    @Query({ schema: EntryQuery }) query: EntryQuery,
  ): Promise<EntryPage> {
    return this.ledger.entries(principal, kind, query);
  }
}
