/** Stages of a case without the required audio or video record. Pure. */
import type { RecordingSpec } from '@lawgate/engine';

export interface RecordingGap {
  readonly stage: string;
  readonly label: string;
  readonly message: string;
  readonly citation: string;
}

/** Evidence that the case went through a stage. */
export interface Course {
  /** Kinds of submitted materials, each with its label. */
  readonly materials: ReadonlyMap<string, string>;
  /** Events of the history, each with its label. */
  readonly events: ReadonlyMap<string, string>;
}

/** @param recorded stages of valid entries */
export function gapsIn(specs: readonly RecordingSpec[], course: Course, recorded: ReadonlySet<string>): RecordingGap[] {
  return specs.flatMap(({ stage, label, citation, materials = [], events = [] }) => {
    if (recorded.has(stage)) return [];
    const material = materials.find((kind) => course.materials.has(kind));
    const event = events.find((type) => course.events.has(type));
    if (material === undefined && event === undefined) return [];
    const because =
      material === undefined
        ? `已办理“${course.events.get(event ?? '') ?? event}”`
        : `已提交“${course.materials.get(material) ?? material}”`;
    const message = `${because}，但目录中没有“${label}”环节的音像记录。请补充；确实没有的，请在送审材料中说明。`;
    return [{ stage, label, message, citation }];
  });
}
