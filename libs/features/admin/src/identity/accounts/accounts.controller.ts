import { notFound, Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { isId } from '@lawgate/database';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  AccountPage,
  AccountQuery,
  AccountView,
  AccountWithPassword,
  ChangeAccount,
  GrantRoles,
  NewAccount,
} from './account-views.ts';
import { AccountsService, officersRefusal, type Officer } from './accounts.service.ts';

interface AddressedRequest {
  readonly ip: string;
}

const administratorOnly: RoleRule = { ...officersRefusal, roles: ['administrator'] };
const securityAdministratorOnly: RoleRule = { ...officersRefusal, roles: ['security-administrator'] };
const officersOnly: RoleRule = {
  ...officersRefusal,
  roles: ['administrator', 'security-administrator', 'auditor'],
};

@ApiTags('administration')
@ApiResponse({ status: 403, standardSchema: Problem })
@Roles(administratorOnly)
@Controller('api/administration/people')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Roles(officersOnly)
  @ApiOperation({ summary: '本机关及下级机关的账号，供系统管理员、安全管理员、审计员查看' })
  @ApiResponse({ status: 200, standardSchema: AccountPage })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: AccountQuery }) query: AccountQuery,
  ): Promise<AccountPage> {
    return this.accounts.list(principal, query);
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '新建账号（系统管理员）；不带角色，返回一次性密码' })
  @ApiResponse({ status: 201, standardSchema: AccountWithPassword })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  create(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AddressedRequest,
    @Body({ schema: NewAccount }) body: NewAccount,
  ): Promise<AccountWithPassword> {
    return this.accounts.create(officer(principal, request), body);
  }

  @Patch(':id')
  @ApiOperation({ summary: '修改姓名（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: AccountView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  rename(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AddressedRequest,
    @Param('id') id: string,
    @Body({ schema: ChangeAccount }) { name }: ChangeAccount,
  ): Promise<AccountView> {
    return this.accounts.rename(officer(principal, request), account(id), name);
  }

  @Put(':id/roles')
  @Roles(securityAdministratorOnly)
  @ApiOperation({ summary: '授予、收回角色和资格（安全管理员）：以所列为准，未列的即收回' })
  @ApiResponse({ status: 200, standardSchema: AccountView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  grant(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AddressedRequest,
    @Param('id') id: string,
    @Body({ schema: GrantRoles }) body: GrantRoles,
  ): Promise<AccountView> {
    return this.accounts.grant(officer(principal, request), account(id), body);
  }

  @Post(':id/deactivate')
  @HttpCode(200)
  @ApiOperation({ summary: '停用账号（系统管理员）：会话随即结束；名下有未办任务又无代理人的，先转办' })
  @ApiResponse({ status: 200, standardSchema: AccountView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  deactivate(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AddressedRequest,
    @Param('id') id: string,
  ): Promise<AccountView> {
    return this.accounts.deactivate(officer(principal, request), account(id));
  }

  @Post(':id/activate')
  @HttpCode(200)
  @ApiOperation({ summary: '启用账号（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: AccountView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  activate(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AddressedRequest,
    @Param('id') id: string,
  ): Promise<AccountView> {
    return this.accounts.activate(officer(principal, request), account(id));
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  @ApiOperation({ summary: '重置密码（系统管理员）：返回一次性密码，登录后须改为自己的密码' })
  @ApiResponse({ status: 200, standardSchema: AccountWithPassword })
  @ApiResponse({ status: 404, standardSchema: Problem })
  resetPassword(
    @CurrentPrincipal() principal: Principal,
    @Req() request: AddressedRequest,
    @Param('id') id: string,
  ): Promise<AccountWithPassword> {
    return this.accounts.resetPassword(officer(principal, request), account(id));
  }
}

function officer(principal: Principal, { ip }: AddressedRequest): Officer {
  return { principal, address: ip };
}

/** @throws ProblemError 404 for a malformed id, as for an unknown one */
function account(id: string): string {
  if (!isId(id)) throw notFound('该账号');
  return id.toLowerCase();
}
