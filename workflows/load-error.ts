/** A folder cannot be loaded as a category or as a folder of categories. Thrown at start. */
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
