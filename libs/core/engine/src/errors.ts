/** The engine got invalid input: a mistake in a program, a definition or a migration, never a user's mistake. */
export class EngineError extends Error {
  constructor(
    readonly code:
      | 'engine.state-removed'
      | 'engine.definition-mismatch'
      | 'engine.fault'
      | 'engine.fact-invalid'
      | 'engine.definition-invalid'
      | 'engine.walk-limit',
    message: string,
  ) {
    super(message);
    this.name = 'EngineError';
  }
}
