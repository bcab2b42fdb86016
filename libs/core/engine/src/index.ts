/**
 * The engine: pure functions over a workflow definition and a stored case. docs/decisions has the reasons for its
 * design.
 */
export {
  checkDefinition,
  requireSound,
  takeAsSound,
  type DefinitionProblem,
  type DefinitionProblemCode,
} from './check.ts';
export { endsOf } from './check/obligations.ts';
export { eventsEndingWithout } from './check/ways.ts';
export * from './bounds.ts';
export { countedDetails, countedFacts, type CountedFact } from './counted-facts.ts';
export * from './definition.ts';
export { dayFields, describeDefinition, type DefinitionDescription } from './describe.ts';
export { mermaid } from './diagram.ts';
export { effect, recordFact, update } from './effects.ts';
export * from './errors.ts';
export * from './declared-clocks.ts';
export {
  migrateCase,
  type CaseMigration,
  type MigrationChange,
  type MigrationRefusal,
  type OpenClock,
} from './migrate-case.ts';
export * from './paper.ts';
export * from './recorded.ts';
export * from './retention.ts';
export * from './settle.ts';
export { addMonths, lastDayOfYears } from '@lawgate/calendar';
export {
  both,
  gate,
  not,
  taskNeedsSigner,
  taskSatisfied,
  type Condition,
  type MachineEvent,
  type Rule,
  type RuleInput,
} from './rule.ts';
export { roleLabel } from './refusals.ts';
export {
  initialState,
  isRecorded,
  leafPaths,
  recordedStage,
  recordedState,
  restore,
  stageAt,
  stageOf,
  stateName,
  statesOf,
  tasksOf,
  type StateEntry,
} from './machine.ts';
export { acceptsEvent, begin, possibleEvents, requiredMaterials, step, type PossibleEvent } from './step.ts';
export { eventSpecOf, internalEventTypes, isTaskEvent, taskEventTypes, taskEventSpecs } from './task-events.ts';
export * from './task-set/index.ts';
export * from './vocabulary.ts';
export {
  walk,
  type Walk,
  type WalkEdge,
  type WalkMove,
  type WalkOptions,
  type WalkRefusal,
  type WalkedConfiguration,
} from './walk.ts';
export { compactSource, definitionParts, partsThatDiffer, type DefinitionIdentity } from './fingerprint.ts';
