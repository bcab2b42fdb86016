import { notFound, Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { isId } from '@lawgate/database';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Incidents, PreferencesView, PutPreferences, PutSettings, Retried, SettingsView } from './channel-views.ts';
import { ChannelsService } from './channels.service.ts';

const administratorOnly: RoleRule = {
  roles: ['administrator'],
  code: 'channel.forbidden',
  detail: '通知渠道由系统管理员设置。',
};

@ApiTags('channels')
@Controller('api/channels')
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  @Get('preferences')
  @ApiOperation({ summary: '我的通知接收方式' })
  @ApiResponse({ status: 200, standardSchema: PreferencesView })
  preferences(@CurrentPrincipal() principal: Principal): Promise<PreferencesView> {
    return this.channels.preferences(principal);
  }

  @Put('preferences')
  @ApiOperation({ summary: '设置我的邮箱，以及各类通知在各渠道的接收方式（不接收、即时、每日汇总）' })
  @ApiResponse({ status: 200, standardSchema: PreferencesView })
  @ApiResponse({ status: 422, standardSchema: Problem })
  putPreferences(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: PutPreferences }) body: PutPreferences,
  ): Promise<PreferencesView> {
    return this.channels.putPreferences(principal, body);
  }

  @Get('settings')
  @Roles(administratorOnly)
  @ApiOperation({ summary: '本单位的邮件与群机器人设置（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: SettingsView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  settings(@CurrentPrincipal() principal: Principal): Promise<SettingsView> {
    return this.channels.settings(principal);
  }

  @Put('settings')
  @Roles(administratorOnly)
  @ApiOperation({ summary: '设置本单位的邮件与群机器人（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: SettingsView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  putSettings(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: PutSettings }) body: PutSettings,
  ): Promise<SettingsView> {
    return this.channels.putSettings(principal, body);
  }

  @Get('incidents')
  @Roles(administratorOnly)
  @ApiOperation({ summary: '未能送出的通知与中断的渠道（系统管理员）；只有编号与原因' })
  @ApiResponse({ status: 200, standardSchema: Incidents })
  @ApiResponse({ status: 403, standardSchema: Problem })
  incidents(@CurrentPrincipal() principal: Principal): Promise<Incidents> {
    return this.channels.incidents(principal);
  }

  @Post('incidents/:id/retry')
  @Roles(administratorOnly)
  @HttpCode(200)
  @ApiOperation({ summary: '重新投递（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: Retried })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async retry(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<Retried> {
    if (!isId(id)) throw notFound('该投递');
    return this.channels.retry(principal, id);
  }
}
