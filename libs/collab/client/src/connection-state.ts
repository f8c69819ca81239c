/** What the connection of a tab is doing. The last two are final: only a reload or a new sign-in leaves them. */
export type ConnectionState = 'connecting' | 'online' | 'offline' | 'signed-out' | 'reload-needed';

export type ConnectionEvent = 'welcomed' | 'outdated' | 'lost' | 'signed-out';

type Next = Readonly<Record<ConnectionEvent, ConnectionState>>;

const open: Next = {
  welcomed: 'online',
  outdated: 'reload-needed',
  lost: 'offline',
  'signed-out': 'signed-out',
};

/** The whole machine: from each state, what each event leads to. */
export const connectionTable: Readonly<Record<ConnectionState, Next>> = {
  connecting: open,
  online: open,
  offline: open,
  'reload-needed': {
    welcomed: 'reload-needed',
    outdated: 'reload-needed',
    lost: 'reload-needed',
    'signed-out': 'signed-out',
  },
  'signed-out': {
    welcomed: 'signed-out',
    outdated: 'signed-out',
    lost: 'signed-out',
    'signed-out': 'signed-out',
  },
};
