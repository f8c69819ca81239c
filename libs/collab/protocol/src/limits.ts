/** Bounds that both sides keep. Each names its reason; `SPEC.md` rules B1 to B9. */
export const limits = {
  /** Bytes of one frame from a client; a larger update is refused, never split by the server. */
  frameBytes: 512 * 1024,
  /** Bytes of one Yjs update. */
  updateBytes: 256 * 1024,
  /** Structs in one update; a paste of ten pages has some hundreds. */
  updateStructs: 5_000,
  /** Delete ranges in one update; somebody may select and delete a text of many authors. */
  updateDeleteRanges: 20_000,
  /** Updates in one frame. */
  updatesPerFrame: 1_000,
  /** Nesting of plain values; deeper ones overflow readers' stacks. */
  depth: 32,
  /** Nesting of shared types; each level of a list is two of them. */
  typeDepth: 128,
  /** Bytes of one document, snapshot and log together as a merged state. */
  documentBytes: 5 * 1024 * 1024,
  /** Highest Yjs clock; above it arithmetic of 32 bits would break. */
  clock: 2 ** 31 - 1,
  /** Rooms open on one socket. */
  roomsPerSocket: 64,
  /** Sockets of one person. */
  socketsPerPerson: 12,
  /** Connections in one room. */
  connectionsPerRoom: 250,
  /** Update frames per second of one socket, sustained, and the burst above it. */
  updateFramesPerSecond: 40,
  updateFramesBurst: 400,
  /** Bytes per second that one socket may send, sustained, and the burst above it. */
  bytesPerSecond: 1024 * 1024,
  bytesBurst: 4 * 1024 * 1024,
  /** Presence frames per second of one socket; what is over is dropped, the newest wins. */
  presencePerSecond: 10,
  /** Bytes of one cursor. */
  cursorBytes: 2_048,
  /** Bytes waiting to be sent to one slow reader before it is cut and must resync. */
  sendBufferBytes: 4 * 1024 * 1024,
  /** Milliseconds in which a new socket must have said hello. */
  helloTimeout: 5_000,
  /** Milliseconds between pings of the client; the connection counts as gone after two without answer. */
  pingInterval: 5_000,
  /** Yjs client ids handed out in advance, so that a page can be written in when it opens offline. */
  spareClientIds: 2,
} as const;
