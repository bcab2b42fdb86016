/** A folder cannot be used as a category, or as a place of categories; found at start. */
export class WorkflowLoadError extends Error {
  constructor(
    readonly code:
      | 'workflows.no-definition'
      | 'workflows.duplicate-key'
      | 'workflows.folder-missing'
      | 'workflows.folder-empty'
      | 'workflows.released-changed'
      | 'workflows.version-lowered',
    message: string,
  ) {
    super(message);
    this.name = 'WorkflowLoadError';
  }
}
