import type { Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { ReadModel } from '@lawgate/database';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OrganisationList } from './accounts/account-views.ts';
import { OrganisationEntity } from './organisation.entity.ts';

@ApiTags('people')
@Controller('api/organisations')
export class OrganisationsController {
  constructor(private readonly reads: ReadModel) {}

  @Get()
  @ApiOperation({ summary: '本机关及下级机关' })
  @ApiResponse({ status: 200, standardSchema: OrganisationList })
  async list(@CurrentPrincipal() principal: Principal): Promise<OrganisationList> {
    const found = await this.reads
      .for(principal)
      .find(OrganisationEntity, { path: { $like: `${principal.orgPath}%` } }, { orderBy: { path: 'asc' } });
    return { items: found.map(({ id, code, name, kind, path }) => ({ id, code, name, kind, path })) };
  }
}
