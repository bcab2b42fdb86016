import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { FailedJobs, JobKinds, RetriedJob } from './job-views.ts';
import { JobsService } from './jobs.service.ts';

const administratorOnly: RoleRule = {
  roles: ['administrator'],
  code: 'queue.administrator-only',
  detail: '后台任务由系统管理员查看和处理。请用系统管理员账号登录。',
};

@ApiTags('administration')
@Roles(administratorOnly)
@ApiResponse({ status: 403, standardSchema: Problem })
@Controller('api/administration/jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get()
  @ApiOperation({ summary: '后台任务：每类的等待、运行、失败件数，最近一次错误和下次运行（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: JobKinds })
  kinds(@CurrentPrincipal() principal: Principal): Promise<JobKinds> {
    return this.jobs.kinds(principal);
  }

  @Get(':kind/failed')
  @ApiOperation({ summary: '一类后台任务中失败的；只有编号、时间与原因（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: FailedJobs })
  @ApiResponse({ status: 404, standardSchema: Problem })
  failed(@CurrentPrincipal() principal: Principal, @Param('kind') kind: string): Promise<FailedJobs> {
    return this.jobs.failed(principal, kind);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: '重试失败的后台任务（系统管理员），记入审计日志' })
  @ApiResponse({ status: 200, standardSchema: RetriedJob })
  @ApiResponse({ status: 404, standardSchema: Problem })
  retry(@CurrentPrincipal() principal: Principal, @Param('id') id: string, @Ip() address: string): Promise<RetriedJob> {
    return this.jobs.retry(principal, id, address);
  }
}
