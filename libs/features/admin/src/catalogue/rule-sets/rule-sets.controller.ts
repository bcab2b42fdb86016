import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, idempotencyOf, Roles, type RoleRule } from '@lawgate/http';
import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  CurrentRuleSetView,
  RuleSetList,
  RuleSetPreviewRequest,
  RuleSetPreviewView,
  RuleSetRequest,
  RuleSetView,
} from './rule-set-views.ts';
import { RuleSetsService } from './rule-sets.service.ts';

/** Everybody may read the rules; an administrator enters new ones for their own organisation. */
const administratorOnly: RoleRule = {
  roles: ['administrator'],
  code: 'ruleset.administrator-only',
  detail: '期限等参数由本单位的系统管理员录入。请用系统管理员账号登录，或将文号和参数告知系统管理员。',
};

@ApiTags('rulesets')
@Controller('api/rulesets')
export class RuleSetsController {
  constructor(private readonly sets: RuleSetsService) {}

  @Get()
  @ApiOperation({ summary: '规则版本沿革：谁、何时、依据什么文号，把哪些参数从多少改为多少' })
  @ApiResponse({ status: 200, standardSchema: RuleSetList })
  list(@CurrentPrincipal() principal: Principal): Promise<RuleSetList> {
    return this.sets.list(principal);
  }

  @Get('current')
  @ApiOperation({ summary: '今天新建案件适用的参数：值、默认值、可填范围、依据、自哪一版起' })
  @ApiResponse({ status: 200, standardSchema: CurrentRuleSetView })
  current(@CurrentPrincipal() principal: Principal): Promise<CurrentRuleSetView> {
    return this.sets.current(principal);
  }

  @Post('preview')
  @Roles(administratorOnly)
  @HttpCode(200)
  @ApiOperation({ summary: '预览新的规则版本：各项参数由多少改为多少，多少未结案件仍用原参数；不写入' })
  @ApiResponse({ status: 200, standardSchema: RuleSetPreviewView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async preview(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: RuleSetPreviewRequest }) request: RuleSetPreviewRequest,
  ): Promise<RuleSetPreviewView> {
    return this.sets.preview(principal, request);
  }

  @Post()
  @Roles(administratorOnly)
  @ApiOperation({
    summary: '录入本单位新的规则版本',
    description:
      '自施行日期起新建的案件适用；此前新建的案件（含草稿）仍适用其新建时的版本。施行日期不能早于今天。同一施行日期再次录入的，以后录入的为准。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 201, standardSchema: RuleSetView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async enter(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: RuleSetRequest }) request: RuleSetRequest,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<RuleSetView> {
    return this.sets.enter(principal, request, idempotencyOf(key, { ruleset: request }));
  }
}
