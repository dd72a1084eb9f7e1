/** Pairs of a search with an action: Zapier runs the one, and where it finds nothing, the other. */
export const pairs = [
  {
    key: 'find_actor',
    display: {
      label: 'Find or Create Actor',
      description: 'Finds an actor by email or name, or creates it if there is none.',
    },
    search: 'find_actor',
    create: 'create_actor',
  },
] as const;
