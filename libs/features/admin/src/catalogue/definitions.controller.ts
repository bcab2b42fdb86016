import { civilDateOf } from '@lawgate/calendar';
import { notFound, Problem, type Principal } from '@lawgate/contracts';
import { describeDefinition, type Definition, type DefinitionDescription } from '@lawgate/engine';
import { CLOCK, type Clock } from '@lawgate/database';
import { CurrentPrincipal } from '@lawgate/http';
import { DefinitionRegistry, RuleSetStore, settingOf } from '@lawgate/cases';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DefinitionList, DefinitionQuery, DefinitionView, type DefinitionSummary } from './views.ts';

@ApiTags('definitions')
@Controller('api/definitions')
export class DefinitionsController {
  /** A definition never changes while the process runs, and describing a machine is expensive. */
  readonly #described = new WeakMap<Definition, DefinitionDescription>();

  constructor(
    private readonly definitions: DefinitionRegistry,
    private readonly ruleSets: RuleSetStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '审查类别：版本、环节、动作、材料' })
  @ApiResponse({ status: 200, standardSchema: DefinitionList })
  list(): DefinitionList {
    return { items: this.definitions.all().map((definition) => this.#summary(definition)) };
  }

  @Get(':key')
  @ApiOperation({
    summary: '一个审查类别的全部定义：状态、流转、规则、期限、参数、材料、填报项',
    description: '参数的值（value）和依据为今天在本单位新建案件所适用的；standard 为默认值。',
  })
  @ApiResponse({ status: 200, standardSchema: DefinitionView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('key') key: string,
    @Query({ schema: DefinitionQuery }) { version }: DefinitionQuery,
  ): Promise<DefinitionDescription> {
    const definition = this.definitions.find(key, version);
    if (definition === null) throw notFound(version === undefined ? '该审查类别' : '该审查类别的这个版本');
    const described = this.#describe(definition);
    const set = await this.ruleSets.inForce(principal, civilDateOf(this.clock.now()));
    return {
      ...described,
      parameters: described.parameters.map((spec) => {
        const { value, citation } = settingOf(set, definition.key, spec.key, { ...spec, value: spec.standard });
        return { ...spec, value, citation: citation ?? spec.citation };
      }),
    };
  }

  #summary(definition: Definition): DefinitionSummary {
    const { key, migrations = [] } = definition;
    return {
      ...summaryOf(this.#describe(definition)),
      versions: this.definitions.versionsOf(key).map(({ version }) => version),
      migrations: migrations
        .filter(({ from, to }) => this.definitions.migration(key, from, to) !== null)
        .map(({ from, to }) => ({ from, to })),
    };
  }

  #describe(definition: Definition): DefinitionDescription {
    const known = this.#described.get(definition);
    if (known !== undefined) return known;
    const description = describeDefinition(definition);
    this.#described.set(definition, description);
    return description;
  }
}

function summaryOf(description: DefinitionDescription): Omit<DefinitionSummary, 'versions' | 'migrations'> {
  const { key, version, label, count, stages, events, materials } = description;
  return {
    key,
    version,
    label,
    count,
    stages: [...stages],
    events: events.map((event) => ({ type: event.type, label: event.label, by: [...event.by] })),
    materials: materials.map(({ kind, label: name, required, condition, accepts, maxBytes }) => ({
      kind,
      label: name,
      required,
      condition,
      accepts: accepts === null ? null : [...accepts],
      maxBytes,
    })),
  };
}
