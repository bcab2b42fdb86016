import { notFound, Problem } from '@lawgate/contracts';
import { describeDefinition, type Definition, type DefinitionDescription } from '@lawgate/engine';
import { DefinitionRegistry } from '@lawgate/runtime';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DefinitionList, DefinitionView, type DefinitionSummary } from './views.ts';

@ApiTags('definitions')
@Controller('api/definitions')
export class DefinitionsController {
  /** A definition never changes while the process runs, and describing a machine is work. */
  readonly #described = new WeakMap<Definition, DefinitionDescription>();

  constructor(private readonly definitions: DefinitionRegistry) {}

  @Get()
  @ApiOperation({ summary: '审查类别：版本、环节、动作、材料' })
  @ApiResponse({ status: 200, standardSchema: DefinitionList })
  list(): DefinitionList {
    return { items: this.definitions.all().map((definition) => summaryOf(this.#describe(definition))) };
  }

  @Get(':key')
  @ApiOperation({ summary: '一个审查类别的全部定义：状态、流转、规则、期限、参数、材料、填报项' })
  @ApiResponse({ status: 200, standardSchema: DefinitionView })
  @ApiResponse({ status: 404, standardSchema: Problem })
  read(@Param('key') key: string): DefinitionDescription {
    const definition = this.definitions.find(key);
    if (definition === null) throw notFound('该审查类别');
    return this.#describe(definition);
  }

  #describe(definition: Definition): DefinitionDescription {
    const known = this.#described.get(definition);
    if (known !== undefined) return known;
    const description = describeDefinition(definition);
    this.#described.set(definition, description);
    return description;
  }
}

function summaryOf(description: DefinitionDescription): DefinitionSummary {
  const { key, version, label, count, stages, events, materials } = description;
  return {
    key,
    version,
    label,
    count,
    stages: [...stages],
    events: events.map((event) => ({ type: event.type, label: event.label, by: [...event.by] })),
    materials: materials.map(({ kind, label: name, required, condition }) => ({
      kind,
      label: name,
      required,
      condition,
    })),
  };
}
