/**
 * Version of the frames. A server closes the write side of a client with another major version
 * ("reload, your text is kept"), see SPEC V1.
 * History: 1 = first release; 2 = `look`; 3 = `own` of `ack`; 4 = `packed` of `joined`.
 */
export const PROTOCOL_VERSION = 4;
