/**
 * Meta of a transaction that means to change sections: a command of theirs, or putting an older version back. In a file
 * of its own, so that who needs the name alone loads nothing else.
 */
export const SECTIONS_META = 'sections';
