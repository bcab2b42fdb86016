/** A county and its town change their limits, over HTTP on the built server under the simulated clock. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, Problem } from '@lawgate/contracts';
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import { Client, demonstrationPassword } from './client.ts';
import { asOwner } from './owner.ts';
import { Server } from './server.ts';
import { expectStatus, firstMorning, ordinaryMaterials, setClock, surroundings } from './town.ts';

interface Current {
  readonly version: number;
  readonly latestVersion: number;
  readonly categories: readonly {
    readonly category: string;
    readonly parameters: readonly { readonly key: string; readonly value: number; readonly since: number }[];
  }[];
}

const cast = {
  clerk: ['town', 'submitter'],
  intake: ['town', 'reviewer'],
  'town-admin': ['town', 'administrator'],
  'county-admin': ['county', 'administrator'],
} as const;
type Who = keyof typeof cast;

let server: Server;
let people: Record<Who, Client>;

beforeAll(async () => {
  server = await Server.start({ env: surroundings });
  await asOwner(server.dataDir, async (pool) => {
    const writer = new IdentityWriter(pool);
    await writer.createOrganisation({ code: 'county', name: '某县', kind: 'county', parent: null });
    await writer.createOrganisation({ code: 'town', name: '某镇', kind: 'town', parent: 'county' });
    const passwordHash = await hashPassword(demonstrationPassword);
    for (const [username, [org, role]] of Object.entries(cast)) {
      await writer.createPerson({ org, username, name: username, roles: [role], passwordHash });
    }
  });
  await setClock(server.base, firstMorning);
  const clients = await Promise.all(Object.keys(cast).map((username) => Client.login(server.base, username)));
  people = Object.fromEntries(clients.map((client) => [client.username, client])) as typeof people;
}, 240_000);
afterAll(() => server?.stop());

const key = 'review.limit.ordinary';

async function enter(by: Who, effectiveFrom: string, value: number, citation?: string): Promise<number> {
  const values = [{ category: 'contract', key, value, ...(citation === undefined ? {} : { citation }) }];
  const body = { effectiveFrom, documentNumber: '政发〔2026〕1号', values };
  return expectStatus(await people[by].post<{ version: number }>('/api/rulesets', body), 201).body.version;
}

/** The version, the limit, and since when it applies, as shown to the clerk today. */
async function shown(): Promise<number[]> {
  const { version, categories } = (await people.clerk.get<Current>('/api/rulesets/current')).body;
  const found = categories.find(({ category }) => category === 'contract')?.parameters.find((each) => each.key === key);
  return [version, found?.value ?? 0, found?.since ?? 0];
}

async function draft(title: string): Promise<string> {
  const { clerk } = people;
  const { id } = expectStatus(await clerk.post<CaseView>('/api/cases', { category: 'contract', title }), 201).body;
  for (const kind of ordinaryMaterials) {
    expectStatus(await clerk.upload(id, kind, `${kind}.txt`, `${title}：${kind}\n`), 201);
  }
  return id;
}

async function accept(id: string): Promise<CaseView> {
  expectStatus(await people.clerk.send(id, 'submit', { vouched: true }), 200);
  expectStatus(await people.intake.send(id, 'accept', {}), 200);
  return people.clerk.view(id);
}

const reviewOf = (view: CaseView) => view.clocks.find((clock) => clock.key === 'review');

describe('limits', () => {
  it('come from the county, then from the town, and a case keeps those under which it began', async () => {
    expect(await shown()).toEqual([1, 5, 1]);
    const builtIn = await draft('县里发文前的合同');
    const ofCounty = await enter('county-admin', '2026-03-03', 4);
    expect(await shown()).toEqual([1, 5, 1]);

    await setClock(server.base, '2026-03-03T09:00:00+08:00');
    expect(await shown()).toEqual([ofCounty, 4, ofCounty]);
    const inherited = await draft('镇里发文前的合同');

    const ofTown = await enter('town-admin', '2026-03-03', 3, '某镇合同管理办法第七条');
    expect(await shown()).toEqual([ofTown, 3, ofTown]);
    const own = await accept(await draft('镇里发文后的合同'));
    expect(own.ruleset).toEqual({
      version: ofTown,
      effectiveFrom: '2026-03-03',
      documentNumber: '政发〔2026〕1号',
    });
    // Tuesday 2026-03-03 is day 0.
    expect(reviewOf(own)).toMatchObject({ limit: 3, dueOn: '2026-03-06', citation: '某镇合同管理办法第七条' });

    const before = await accept(builtIn);
    expect(before.ruleset).toEqual({ version: 1, effectiveFrom: null, documentNumber: null });
    expect(reviewOf(before)).toMatchObject({ limit: 5, dueOn: '2026-03-10', citation: '本镇合法性审查工作规则' });
    const between = await accept(inherited);
    expect(between.ruleset.version).toBe(ofCounty);
    expect(reviewOf(between)).toMatchObject({ limit: 4, dueOn: '2026-03-09' });
  });

  it('outside their bounds are refused, with the citation and the valid range', async () => {
    const attempt = (value: number) =>
      people['town-admin'].post<Problem>('/api/rulesets', {
        effectiveFrom: '2026-03-10',
        documentNumber: '1号',
        values: [{ category: 'contract', key, value }],
      });
    for (const value of [0, -3, 10_000, 2.5]) {
      const { body } = expectStatus(await attempt(value), 422);
      expect(body.code).toBe('ruleset.value-out-of-bounds');
      expect(body.refusals).toEqual([
        {
          rule: 'ruleset.value-out-of-bounds',
          message: `重要合同的“审查期限（一般合同）”应为1至250的整数（工作日），填写的是${value}。`,
          citation: '本镇合法性审查工作规则',
          overridable: false,
        },
      ]);
    }
  });
});
