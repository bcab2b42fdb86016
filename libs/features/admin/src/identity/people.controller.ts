import { nameSchemas } from '@lawgate/contracts';
import type { Principal } from '@lawgate/contracts';
import { CurrentPrincipal } from '@lawgate/http';
import { containing, Database } from '@lawgate/database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { sql } from 'kysely';
import { z } from 'zod';

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

@ApiTags('people')
@Controller('api/people')
export class PeopleController {
  constructor(private readonly database: Database) {}

  @Get()
  @ApiOperation({ summary: '本单位的人员，可按角色筛选（如选派法律顾问）' })
  @ApiResponse({ status: 200, standardSchema: PersonList })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: PeopleQuery }) query: z.infer<typeof PeopleQuery>,
  ): Promise<z.infer<typeof PersonList>> {
    const { role, q } = query;
    const items = await this.database.as(principal, ({ db }) => {
      let people = db
        .selectFrom('person')
        .select(['id', 'name', 'username', 'roles'])
        .where('orgId', '=', principal.orgId)
        .where('active', '=', true)
        .orderBy('username');
      if (role !== undefined) people = people.where('roles', '@>', sql<string[]>`${[role]}`);
      if (q !== undefined) {
        people = people.where(({ eb, or }) =>
          or([eb('name', 'ilike', containing(q)), eb('username', 'ilike', containing(q))]),
        );
      }
      return people.execute();
    });
    return { items };
  }
}
