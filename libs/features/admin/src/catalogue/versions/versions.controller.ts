import { Problem, type Principal } from '@lawgate/contracts';
import { CurrentPrincipal, Roles, type RoleRule } from '@lawgate/http';
import { Body, Controller, Get, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { MigrationOrderView, MigrationRequest, MigrationResult, VersionList } from './migration-views.ts';
import { VersionsService } from './versions.service.ts';

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
}

const administratorOnly: RoleRule = {
  roles: ['administrator'],
  code: 'definition.migrate-forbidden',
  detail: '只有系统管理员可以查看流程版本、迁移在办案件。请联系本单位的系统管理员。',
};

@ApiTags('definitions')
@Roles(administratorOnly)
@ApiResponse({ status: 403, standardSchema: Problem })
@Controller('api')
export class VersionsController {
  constructor(private readonly versions: VersionsService) {}

  @Get('administration/versions')
  @ApiOperation({ summary: '流程版本：各类别已安装的版本、在办件数、可用的迁移和最近的迁移（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: VersionList })
  list(@CurrentPrincipal() principal: Principal): Promise<VersionList> {
    return this.versions.list(principal);
  }

  @Post('definitions/:key/migrations')
  @HttpCode(200)
  @ApiOperation({
    summary: '将本单位在办案件迁移到另一流程版本，或试算（系统管理员）',
    description:
      '试算（write 为 false）不写入，逐案列出变动或不能迁移的理由。正式迁移（write 为 true）答复202，在后台逐案进行并记入各案的办理经过，用 GET 查看进度；同一迁移正在进行的，答复即为那一次。',
  })
  @ApiResponse({ status: 200, standardSchema: MigrationResult })
  @ApiResponse({ status: 202, standardSchema: MigrationOrderView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  @ApiResponse({ status: 409, standardSchema: Problem })
  @ApiResponse({ status: 422, standardSchema: Problem })
  async migrate(
    @CurrentPrincipal() principal: Principal,
    @Param('key') key: string,
    @Body({ schema: MigrationRequest }) body: MigrationRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<MigrationResult | MigrationOrderView> {
    if (!body.write) return this.versions.tryAll(principal, key, body);
    const order = await this.versions.order(principal, key, body, address);
    reply.status(202).header('location', `/api/definitions/${key}/migrations/${order.id}`);
    return order;
  }

  @Get('definitions/:key/migrations/:id')
  @ApiOperation({ summary: '一次迁移的进度和结果：件数，每件的变动或不能迁移的理由（系统管理员）' })
  @ApiResponse({ status: 200, standardSchema: MigrationOrderView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  migration(
    @CurrentPrincipal() principal: Principal,
    @Param('key') key: string,
    @Param('id') id: string,
  ): Promise<MigrationOrderView> {
    return this.versions.find(principal, key, id);
  }
}
