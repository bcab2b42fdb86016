import { nameSchemas } from '@lawgate/contracts';
import type { Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { ReadModel } from '@lawgate/database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PersonEntity } from './person.entity.ts';

const PeopleQuery = z.object({
  role: z
    .string()
    .regex(/^[a-z-]{1,40}$/, '没有这种角色')
    .optional(),
  /** Part of the name or the user name. */
  q: z.string().max(64).optional(),
});

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  roles: z.array(z.string()),
});
export type PersonView = z.infer<typeof PersonView>;

const PersonList = z.object({ items: z.array(PersonView) });

nameSchemas(import.meta.url, { Person: PersonView, PersonList });

/** What a person typed, with the wildcards of LIKE taken as themselves. */
function named(q: string) {
  const $ilike = `%${q.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return { $or: [{ name: { $ilike } }, { username: { $ilike } }] };
}

@ApiTags('people')
@Controller('api/people')
export class PeopleController {
  constructor(private readonly reads: ReadModel) {}

  @Get()
  @ApiOperation({ summary: '本单位的人员，可按角色筛选（如选派法律顾问）' })
  @ApiResponse({ status: 200, standardSchema: PersonList })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PeopleQuery }) query: z.infer<typeof PeopleQuery>,
  ): Promise<z.infer<typeof PersonList>> {
    const people = await this.reads.for(principal).find(
      PersonEntity,
      {
        orgId: principal.orgId,
        active: true,
        ...(query.role === undefined ? {} : { roles: { $contains: [query.role] } }),
        ...(query.q === undefined ? {} : named(query.q)),
      },
      { orderBy: { username: 'asc' } },
    );
    return { items: people.map(({ id, name, username, roles }) => ({ id, name, username, roles: [...roles] })) };
  }
}
