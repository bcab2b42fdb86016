import { CaseId, notFound, Problem, type Principal } from '@lawgate/contracts';
import { attachment, CurrentPrincipal, idempotencyOf, Roles, type RoleRule } from '@lawgate/http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OrderPack, PackQuery, ProofPackPage, ProofPackView, VerificationView } from './pack-views.ts';
import { CaseVerificationService } from './case-verification.service.ts';
import { ProofPacksService } from './proof-packs.service.ts';

interface Reply {
  header(name: string, value: string): Reply;
}

const packMakers: RoleRule = {
  roles: ['director', 'leader', 'archivist'],
  wholeOrganisation: true,
  code: 'pack.forbidden',
  detail: '证明包由司法所所长、分管领导和档案员制作。请用这些账号登录。',
};

@ApiTags('proof-packs')
@Controller('api')
export class ProofPacksController {
  constructor(
    private readonly packs: ProofPacksService,
    private readonly verifications: CaseVerificationService,
  ) {}

  @Post('proof-packs')
  @Roles(packMakers)
  @HttpCode(202)
  @ApiOperation({
    summary: '制作履职证明包：一个案件一个ZIP；多个案件（至多500个）合为一个ZIP，附总目录',
    description:
      '所长、分管领导、档案员；上级机关可以制作所辖案件的证明包。后台制作，用 GET 查看进度，state 为 done 后下载；保存30日。',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiResponse({ status: 202, standardSchema: ProofPackView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async order(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: OrderPack }) body: OrderPack,
    @Headers('idempotency-key') key: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<ProofPackView> {
    const pack = await this.packs.order(principal, body, idempotencyOf(key, { pack: body }));
    reply.header('location', `/api/proof-packs/${pack.id}`);
    return pack;
  }

  @Get('proof-packs')
  @Roles(packMakers)
  @ApiOperation({ summary: '本单位制作的证明包，新的在前' })
  @ApiResponse({ status: 200, standardSchema: ProofPackPage })
  @ApiResponse({ status: 403, standardSchema: Problem })
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PackQuery }) query: PackQuery,
  ): Promise<ProofPackPage> {
    return this.packs.list(principal, query);
  }

  @Get('proof-packs/:id')
  @Roles(packMakers)
  @ApiOperation({ summary: '一个证明包：进度、封缄值、保存期、下载记录' })
  @ApiResponse({ status: 200, standardSchema: ProofPackView })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  find(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ProofPackView> {
    return this.packs.find(principal, id);
  }

  @Get('proof-packs/:id/content')
  @Roles(packMakers)
  @ApiOperation({ summary: '下载证明包；每次下载都有记录' })
  @ApiProduces('application/zip')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 403, standardSchema: Problem })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 410, standardSchema: Problem })
  async download(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { pack, bytes } = await this.packs.content(principal, id);
    reply
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-cache')
      .header('etag', `"${pack.sha256}"`);
    const disposition = attachment(pack.name, 'proof-pack.zip');
    return new StreamableFile(bytes, { type: 'application/zip', length: pack.size ?? 0, disposition });
  }

  @Get('cases/:id/verification')
  @ApiOperation({
    summary: '核验一个案件：页面显示的各项与记录链、文件内容与校验值是否一致，不一致的逐处指出',
    description:
      '核验意见、任务、期限、登记事实、文号、材料、文书、音像记录、台账等各列，以及材料和文书的内容（一次至多32兆字节，' +
      '其余以审计核验的结果为准，见 content）。较早版本写下、记录链没有反映的列在 notCovered，verified 只说已反映的。',
  })
  @ApiResponse({ status: 200, standardSchema: VerificationView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  verify(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<VerificationView> {
    const parsed = CaseId.safeParse(id);
    if (!parsed.success) throw notFound('该案件');
    return this.verifications.verify(principal, parsed.data.toLowerCase());
  }
}
