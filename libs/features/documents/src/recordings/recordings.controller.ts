import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, idempotencyOf } from '@lawgate/http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DocumentPages } from '../document-views.ts';
import { MakeRecording, RecordingIndex, RecordingView, VoidRecording } from './recording-views.ts';
import { RecordingsService } from './recordings.service.ts';

@ApiTags('documents')
@ApiResponse({ status: 403, standardSchema: Problem })
@ApiResponse({ status: 404, standardSchema: Problem })
@Controller('api/cases/:id/recordings')
export class RecordingsController {
  constructor(private readonly recordings: RecordingsService) {}

  @Get()
  @ApiOperation({ summary: '执法音像记录目录，按开始时间；gaps 为案件经过而没有记录的环节' })
  @ApiResponse({ status: 200, standardSchema: RecordingIndex })
  index(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: DocumentPages }) query: DocumentPages,
  ): Promise<RecordingIndex> {
    return this.recordings.index(principal, id, query);
  }

  @Post()
  @HttpCode(201)
  @ApiOperation({ summary: '登记一条音像记录：设备、人员、起止时间、文件与哈希、证明内容' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 201, standardSchema: RecordingView })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  enter(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: MakeRecording }) body: MakeRecording,
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<RecordingView> {
    return this.recordings.enter(principal, id, body, idempotencyOf(key, body)?.key ?? null);
  }

  @Post(':recordingId/void')
  @HttpCode(200)
  @ApiOperation({ summary: '作废一条登记（写明理由）；原登记保留' })
  @ApiResponse({ status: 200, standardSchema: RecordingView })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  void(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('recordingId') recordingId: string,
    @Body({ schema: VoidRecording }) { reason }: VoidRecording,
  ): Promise<RecordingView> {
    return this.recordings.void(principal, id, recordingId, reason);
  }
}
