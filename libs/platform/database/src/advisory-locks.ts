/**
 * The advisory locks of the database that have one number each, by what they serialise. PostgreSQL identifies them by
 * number only: two locks with the same number would wait for each other, some of them for as long as a process leads.
 */
export const advisoryLocks = {
  /** One process migrates the schema at a time. */
  migration: 0x1a36a7e,
  /** One worker runs the maintenance loops; it holds the lock for as long as it leads. */
  leader: 0x1a36a7f,
  /** Changes of the calendar are written one at a time. */
  calendarChange: 0x1a36a80,
  /** One process recounts clocks after a change of the calendar. */
  calendarRecount: 0x1a36a81,
  /** Rule sets are entered one at a time. */
  ruleSetEntry: 0x6e5e7,
  /** Stand-ins of an organisation are entered one at a time; the second key is the organisation. */
  standInEntry: 0x57a2d,
  /** One verification of an organisation is requested at a time; the second key is the organisation. */
  verification: 0x5a3c4,
  /** One migration of a category's open cases is ordered at a time; the second key is the organisation and the category. */
  definitionMigration: 0x1a36a84,
  /** Processes that start compare their definitions with the database one after the other. */
  definitionVersions: 0x1a36a82,
  /** Held by a process that runs jobs for as long as it lives; the second key is the process. */
  jobRunner: 0x1a36a83,
} as const;
