/** The engine was given something that cannot be right: a programming or migration mistake, never a user's. */
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
