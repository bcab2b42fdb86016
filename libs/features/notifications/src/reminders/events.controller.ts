import type { Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { LiveUpdates } from './live-updates.ts';

@ApiTags('notifications')
@Controller('api/events')
export class EventsController {
  constructor(private readonly live: LiveUpdates) {}

  @Sse('stream')
  @ApiOperation({
    summary: '实时更新（SSE）',
    description:
      '事件 notification：收件箱有新消息，{case}；事件 case：案件有变化，{id, version?}。只有标识，内容另取。',
  })
  @ApiResponse({ status: 200, content: { 'text/event-stream': { schema: { type: 'string' } } } })
  stream(@CurrentPrincipal() principal: Principal): Observable<MessageEvent> {
    return this.live.stream(principal);
  }
}
