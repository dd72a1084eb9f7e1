/** Pairs of a search with an action: Zapier runs the one, and where it finds nothing, the other. */
export const pairs = [
  {
    key: 'find_actor',
    display: {
      label: 'Find or Create Actor',
      description: 'Finds an actor, or creates it if there is none.',
    },
    search: 'find_actor',
    create: 'create_actor',
  },
  {
    key: 'find_task',
    display: {
      label: 'Find or Create Task',
      description: 'Finds a task, or creates it if there is none.',
    },
    search: 'find_task',
    create: 'create_task',
  },
] as const;
