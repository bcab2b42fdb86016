import type { Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { Database } from '@lawgate/database';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OrganisationList } from './accounts/account-views.ts';

@ApiTags('people')
@Controller('api/organisations')
export class OrganisationsController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: '本机关及下级机关' })
  @ApiResponse({ status: 200, standardSchema: OrganisationList })
  async list(@CurrentPrincipal() principal: Principal): Promise<OrganisationList> {
    const items = await this.database.as(principal, ({ db }) =>
      db
        .selectFrom('organisation')
        .select(['id', 'code', 'name', 'kind', 'path'])
        .where('path', '^@', principal.orgPath)
        .orderBy('path')
        .execute(),
    );
    return { items };
  }
}
