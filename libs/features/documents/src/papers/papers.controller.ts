import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  ContentQuery,
  LetterDraft,
  PaperCapabilities,
  PaperList,
  PreviewQuery,
  PreviewRequest,
} from './paper-views.ts';
import { PapersService } from './papers.service.ts';
import { soffice } from './pdf.ts';
import { PreviewService } from './preview.service.ts';
import { sendFile, type Reply } from './send-file.ts';

const file = { status: 200, schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('papers')
@Controller('api/cases/:id/papers')
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly previews: PreviewService,
  ) {}

  @Get()
  @ApiOperation({
    summary: '案件的文书',
    description: '按产生的先后列出。正在生成的文书 status 为 waiting，尚无编号以外的内容，稍后再看即可。',
  })
  @ApiResponse({ status: 200, standardSchema: PaperList })
  @ApiResponse({ status: 404, standardSchema: Problem })
  list(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<PaperList> {
    return this.papers.list(principal, id);
  }

  @Get('preview')
  @ApiOperation({ summary: '预览文书：按目前的情况排出，标明草稿，不保存' })
  @ApiProduces('application/octet-stream')
  @ApiResponse(file)
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async preview(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Query({ schema: PreviewQuery }) query: z.infer<typeof PreviewQuery>,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return sendFile(await this.previews.preview(principal, id, query), reply);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: '预览文书：带上办理动作的内容，例如审签前看修改后的审查意见书',
    description: 'payload 与该文书所属办理动作的 payload 相同，只检查不办理。',
  })
  @ApiProduces('application/octet-stream')
  @ApiResponse(file)
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async previewWith(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: PreviewRequest }) body: PreviewRequest,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return sendFile(await this.previews.preview(principal, id, body), reply);
  }

  @Get(':paperId/content')
  @ApiOperation({
    summary: '下载文书',
    description: '默认为固定下来的 docx 原件；format=pdf 由 LibreOffice 转换，未安装时为 409。每次下载都有记录。',
  })
  @ApiProduces('application/octet-stream')
  @ApiResponse(file)
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 503, standardSchema: Problem })
  async content(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Param('paperId') paperId: string,
    @Query({ schema: ContentQuery }) query: ContentQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    return sendFile(await this.papers.content(principal, id, paperId, query.format), reply);
  }
}

@ApiTags('papers')
@Controller('api')
export class LettersController {
  constructor(private readonly previews: PreviewService) {}

  @Get('papers/capabilities')
  @ApiOperation({ summary: '文书可以有哪些格式' })
  @ApiResponse({ status: 200, standardSchema: PaperCapabilities })
  async capabilities(): Promise<z.infer<typeof PaperCapabilities>> {
    return { pdf: (await soffice()) !== null };
  }

  @Get('cases/:id/opinion-letter/draft')
  @ApiOperation({
    summary: '审查意见书的文字：由审查人的审查情况和法律顾问的意见汇集而成，逐句标明依据',
    description: '审签后即为签发的文字。answered 为 true 的部分，采纳情况按其中的 line 逐条反馈。',
  })
  @ApiResponse({ status: 200, standardSchema: LetterDraft })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  letter(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<LetterDraft> {
    return this.previews.letter(principal, id);
  }
}
