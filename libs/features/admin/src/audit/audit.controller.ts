import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles } from '@lawgate/http';
import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AuditPage, AuditQuery, CaseTrail, VerificationView } from './audit-views.ts';
import { auditorOnly } from './auditor.ts';
import { AuditService } from './audit.service.ts';
import { VerificationService } from './verification.service.ts';

@ApiTags('audit')
@ApiResponse({ status: 403, standardSchema: Problem })
@Roles(auditorOnly)
@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly verifications: VerificationService,
  ) {}

  @Get('entries')
  @ApiOperation({ summary: '审计记录：按人员、操作、对象、日期查询，最近的在前' })
  @ApiResponse({ status: 200, standardSchema: AuditPage })
  @ApiResponse({ status: 422, standardSchema: Problem })
  entries(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: AuditQuery }) query: AuditQuery,
  ): Promise<AuditPage> {
    return this.audit.entries(principal, query);
  }

  @Get('cases/:id/history')
  @ApiOperation({ summary: '一个案件的办理经过，只有时间、人员、动作和校验值，没有案件内容' })
  @ApiResponse({ status: 200, standardSchema: CaseTrail })
  @ApiResponse({ status: 404, standardSchema: Problem })
  caseTrail(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<CaseTrail> {
    return this.audit.caseTrail(principal, id);
  }

  @Post('verifications')
  @HttpCode(202)
  @ApiOperation({
    summary: '核验本机关及下级机关全部案件和审计记录的校验链',
    description: '在后台进行，进度见 /api/audit/verifications/:id；已有一次在进行的，答复即为那一次。',
  })
  @ApiResponse({ status: 202, standardSchema: VerificationView })
  request(@CurrentPrincipal() principal: Principal, @Req() { ip }: { readonly ip: string }): Promise<VerificationView> {
    return this.verifications.request(principal, ip);
  }

  @Get('verifications/:id')
  @ApiOperation({ summary: '核验的进度和结果：件数，以及不符记录的编号' })
  @ApiResponse({ status: 200, standardSchema: VerificationView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  verification(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<VerificationView> {
    return this.verifications.find(principal, id);
  }
}
