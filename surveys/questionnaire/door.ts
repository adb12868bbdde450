/** By which of its two doors a response came; alone here, since the page before the first question reads no more of it. */

/** Where a response says that it came by the short door; without it, all was asked. No question may have this name. */
export const doorKey = 'door'
export const shortDoor = 'short'

/** @param drawn or answers: what holds the door */
export const isShort = (drawn: Readonly<Record<string, unknown>>): boolean => drawn[doorKey] === shortDoor
