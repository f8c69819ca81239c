/** One connection to the server. It may lose frames only by ending; it never reorders them. */
export interface ClientTransport {
  send(frame: Uint8Array): void;
  /** After this no handler is called any more. */
  close(): void;
}

export interface TransportHandlers {
  opened(): void;
  received(frame: Uint8Array): void;
  /** The connection ended or could not be made. `reason` is a close code where the server gave one. */
  closed(reason: string): void;
}

/** Begins to connect; calls no handler before it has returned. */
export type ClientTransportFactory = (url: string, handlers: TransportHandlers) => ClientTransport;
