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
  {
    key: 'find_task',
    display: {
      label: 'Find or Create Task',
      description: 'Finds a task by title or related item, or creates it if there is none.',
    },
    search: 'find_task',
    create: 'create_task',
  },
  {
    key: 'find_rights_request',
    display: {
      label: 'Find or Create Rights Request',
      description: 'Finds a rights request, or creates it if there is none.',
    },
    search: 'find_rights_request',
    create: 'create_rights_request',
  },
  {
    key: 'find_processing',
    display: {
      label: 'Find or Create Processing',
      description: 'Finds a processing, or creates it if there is none.',
    },
    search: 'find_processing',
    create: 'create_processing',
  },
  {
    key: 'find_data_breach',
    display: {
      label: 'Find or Create Data Breach',
      description: 'Finds a data breach by its title, or creates it if there is none.',
    },
    search: 'find_data_breach',
    create: 'create_data_breach',
  },
] as const;
