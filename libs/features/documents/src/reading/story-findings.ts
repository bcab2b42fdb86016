/** What is read of one part of a Word document, and what it is read with. */
import type { NoteNumbers } from './note-numbers.ts';
import type { NumberingDefinitions } from './numbering.ts';
import type { Piece } from './story-sink.ts';
import type { Styles } from './styles.ts';
import type { PlacedPart } from './unread.ts';

/** A header or footer that a section refers to. */
export interface MarginReference {
  readonly kind: 'header' | 'footer';
  readonly id: string;
  /** `first`, `even` or `default`. */
  readonly pages: string;
  /** Number of the section, from 1. */
  readonly section: number;
}

export interface StoryFindings {
  /** Text in the order of the file; an embedded document by the id of its relationship. */
  readonly segments: readonly Piece[];
  readonly boxes: readonly string[];
  readonly unread: readonly PlacedPart[];
  readonly headers: readonly MarginReference[];
  readonly insertions: number;
  readonly deletions: number;
}

/** What the parts of one document share. */
export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: NumberingDefinitions;
  readonly notes: NoteNumbers;
}
