import { notFound, Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { InboxService } from './inbox.service.ts';
import { Inbox, InboxQuery, NotificationView, ReadAllAnswer } from './notification-views.ts';

@ApiTags('notifications')
@Controller('api/notifications')
export class NotificationsController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @ApiOperation({ summary: '我的消息，新的在前，按键翻页，附未读数' })
  @ApiResponse({ status: 200, standardSchema: Inbox })
  list(@CurrentPrincipal() principal: Principal, @Query({ schema: InboxQuery }) query: InboxQuery): Promise<Inbox> {
    return this.inbox.list(principal, query);
  }

  @Post('read-all')
  @HttpCode(200)
  @ApiOperation({ summary: '全部标为已读' })
  @ApiResponse({ status: 200, standardSchema: ReadAllAnswer })
  readAll(@CurrentPrincipal() principal: Principal): Promise<ReadAllAnswer> {
    return this.inbox.readAll(principal);
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ summary: '标为已读' })
  @ApiResponse({ status: 200, standardSchema: NotificationView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  read(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<NotificationView> {
    // A malformed id is answered like an unknown one.
    if (!z.uuid().safeParse(id).success) throw notFound('该消息');
    return this.inbox.read(principal, id);
  }
}
